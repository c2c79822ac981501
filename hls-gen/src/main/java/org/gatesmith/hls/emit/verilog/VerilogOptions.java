package org.gatesmith.hls.emit.verilog;

import java.util.Map;
import java.util.TreeMap;

/**
 * What stands at the head of the files.
 *
 * @param board id of the board
 * @param tunables values of the kernel's tunable constants
 * @param generator who made the files
 */
public record VerilogOptions(String board, Map<String, String> tunables, String generator) {

    public VerilogOptions {
        tunables = new TreeMap<>(tunables);
    }
}
