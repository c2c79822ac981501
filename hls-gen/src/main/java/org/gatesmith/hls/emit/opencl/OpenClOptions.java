package org.gatesmith.hls.emit.opencl;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the emitted file says besides the program.
 *
 * @param board id of the board it is made for
 * @param tunables values of the kernel's tunable constants, by name
 * @param generator name and version of the program that writes the file
 */
public record OpenClOptions(String board, Map<String, String> tunables, String generator) {

    public OpenClOptions {
        tunables = Collections.unmodifiableMap(new TreeMap<>(tunables));
    }
}
