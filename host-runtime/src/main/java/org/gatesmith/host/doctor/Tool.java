package org.gatesmith.host.doctor;

import java.util.List;

/**
 * A program that Gatesmith can use.
 *
 * @param name as users know it
 * @param commands file names, any of which will do
 * @param versionOption option that makes it print its version
 * @param enables what Gatesmith does with it
 * @param install how to get it
 */
public record Tool(String name, List<String> commands, String versionOption, String enables, String install) {

    /** Every program that Gatesmith uses now, in order of importance. */
    public static final List<Tool> ALL = List.of(
            new Tool(
                    "C++ compiler",
                    List.of("g++"),
                    "--version",
                    "run --on csim: C simulation of the emitted HLS C++",
                    "apt-get install g++, or ./gatesmith setup; another compiler can be named in CXX"),
            new Tool(
                    "Verilator",
                    List.of("verilator"),
                    "--version",
                    "run --on rtl, together with g++: the emitted Verilog in simulation, with cycles",
                    "apt-get install verilator, or ./gatesmith setup"),
            new Tool(
                    "Yosys",
                    List.of("yosys"),
                    "-V",
                    "build --emit verilog --synth: LUTs, flip-flops, DSPs and memories of the emitted Verilog",
                    "apt-get install yosys, or ./gatesmith setup"),
            new Tool(
                    "Icarus Verilog",
                    List.of("iverilog"),
                    "-V",
                    "tests of the emitted Verilog alone",
                    "apt-get install iverilog, or ./gatesmith setup"),
            new Tool(
                    "Vitis HLS",
                    List.of("vitis-run", "vitis_hls"),
                    "-version",
                    "build.sh hls, cosim and xo: synthesis reports and the kernel object of a build folder",
                    "AMD Vitis 2023.2; then source its settings64.sh"),
            new Tool(
                    "Vitis linker",
                    List.of("v++"),
                    "--version",
                    "build.sh link and package: the bitstream",
                    "AMD Vitis and the board's platform ('gatesmith boards show B' names both)"));

    public Tool {
        commands = List.copyOf(commands);
    }
}
