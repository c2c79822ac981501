package org.gatesmith.vendor;

import java.util.List;

/**
 * A kernel in Verilog, as the vendor's tools see it. File names are relative to the folder that the scripts are written into.
 *
 * @param name name of the kernel and of its top module
 * @param sources Verilog files
 * @param ports AXI masters
 * @param arguments in the order of the kernel's parameters
 */
public record RtlDesign(String name, List<String> sources, List<Port> ports, List<Argument> arguments) {

    public RtlDesign {
        Names.requireIdentifier(name);
        sources = List.copyOf(sources);
        ports = List.copyOf(ports);
        arguments = List.copyOf(arguments);
        sources.forEach(Names::requireFile);
    }

    /**
     * An AXI4 master.
     *
     * @param name of the port, such as {@code m_axi_gmem}
     */
    public record Port(String name, int dataBits) {
        public Port {
            Names.requireIdentifier(name);
        }
    }

    /**
     * An argument of the kernel.
     *
     * @param type in C
     * @param port the port that carries the array, or the register port for a scalar
     * @param offset address of its register
     * @param bytes of the register
     * @param array whether the register holds an address
     */
    public record Argument(String name, String type, String port, int offset, int bytes, boolean array) {
        public Argument {
            Names.requireIdentifier(name);
            Names.requireIdentifier(port);
        }
    }
}
