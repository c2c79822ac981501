package org.gatesmith.vendor;

import java.util.List;

/**
 * OpenCL C as the vendor's tools see it: one file with one or more kernels that make up one device binary.
 *
 * @param name of the device binary
 * @param source the file, relative to the folder that the scripts are written into
 * @param kernels its kernels
 * @param clockMegahertz clock they are to run at
 */
public record OpenClDesign(String name, String source, List<Kernel> kernels, double clockMegahertz) {

    public OpenClDesign {
        Names.requireIdentifier(name);
        Names.requireFile(source);
        kernels = List.copyOf(kernels);
        if (kernels.isEmpty()) {
            throw new IllegalArgumentException("no kernels");
        }
        if (!(clockMegahertz > 0)) {
            throw new IllegalArgumentException("a clock of " + clockMegahertz + " MHz");
        }
    }

    /** What a kernel's arguments reach. */
    public enum Reach {
        /** It has arrays in global memory, all through the one port {@code m_axi_gmem}. */
        MEMORY,
        /** It has scalars and pipes alone. */
        PIPES
    }

    /**
     * A kernel of the file.
     *
     * @param name as in the source
     */
    public record Kernel(String name, Reach reach) {
        public Kernel {
            Names.requireIdentifier(name);
        }
    }

    /** A file with one kernel that has arrays. */
    public static OpenClDesign single(String kernel, String source, double clockMegahertz) {
        return new OpenClDesign(kernel, source, List.of(new Kernel(kernel, Reach.MEMORY)), clockMegahertz);
    }
}
