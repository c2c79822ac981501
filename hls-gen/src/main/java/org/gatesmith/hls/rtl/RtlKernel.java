package org.gatesmith.hls.rtl;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kernel in Verilog. Its top module has the ports {@code ap_clk}, {@code ap_rst_n}, {@code interrupt}, the AXI4-Lite port
 * {@code s_axi_control}, and an AXI4 port {@code m_axi_NAME} per bundle, with the Vitis names of the signals.
 *
 * @param top name of the top module
 * @param files all Verilog files by name, those of the library included
 * @param registers one for each parameter, in the order of the Java method
 * @param watches signals that tell what the kernel does, in the order of the report
 * @param operators modules that simulators may translate by themselves
 */
public record RtlKernel(
        String top,
        SortedMap<String, String> files,
        List<ArgumentRegister> registers,
        List<AxiBundle> bundles,
        List<Watch> watches,
        List<PipelinedOperator> operators) {

    public RtlKernel {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        registers = List.copyOf(registers);
        bundles = List.copyOf(bundles);
        watches = List.copyOf(watches);
        operators = List.copyOf(operators);
    }
}
