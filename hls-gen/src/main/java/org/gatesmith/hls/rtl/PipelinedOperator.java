package org.gatesmith.hls.rtl;

import java.util.List;

/**
 * A module of a kernel that computes numbers of numbers in a fixed number of cycles and is used like a multiplier. It has a clock
 * {@code clk} and an input {@code ce} with a bit per stage that lets the stage take its values; its outputs follow from its
 * registers alone.
 *
 * @param module its name; the file {@code module.v} holds it
 * @param stages at least 1
 * @param inputs other than {@code clk} and {@code ce}
 * @param instances how often modules of the kernel hold it
 */
public record PipelinedOperator(String module, int stages, List<Port> inputs, List<Port> outputs, int instances) {

    /**
     * An input or output.
     *
     * @param width in bits
     */
    public record Port(String name, int width) {}

    public PipelinedOperator {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
