package org.gatesmith.hls.emit.hlscpp;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the emitted files say besides the program.
 *
 * @param board id of the board they are made for
 * @param tunables values of the kernel's tunable constants, by name
 * @param sizes values of scalar parameters for cosimulation, by name; those that are missing leave the depth of ports open
 * @param generator name and version of the program that writes the files
 */
public record HlsOptions(String board, Map<String, String> tunables, Map<String, Long> sizes, String generator) {

    public HlsOptions {
        tunables = Collections.unmodifiableMap(new TreeMap<>(tunables));
        sizes = Collections.unmodifiableMap(new TreeMap<>(sizes));
    }
}
