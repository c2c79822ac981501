package org.gatesmith.hls.rtl;

import java.util.List;

/**
 * An AXI4 port of the top module, {@code m_axi_NAME}.
 *
 * @param dataBits width of the data bus, 32 to 512
 * @param idBits width of the IDs, 0 if the port has none
 * @param reads whether it has the channels AR and R
 * @param writes whether it has the channels AW, W and B
 * @param arguments parameters that it carries
 */
public record AxiBundle(String name, int dataBits, int idBits, boolean reads, boolean writes, List<String> arguments) {

    public AxiBundle {
        arguments = List.copyOf(arguments);
    }
}
