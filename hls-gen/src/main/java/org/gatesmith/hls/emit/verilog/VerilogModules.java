package org.gatesmith.hls.emit.verilog;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The modules of a kernel's functions.
 *
 * @param files by name, those of the library included
 * @param top the kernel's own function
 */
record VerilogModules(SortedMap<String, String> files, ModuleInterface top) {

    VerilogModules {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
