package org.gatesmith.host.opencl;

import java.util.ArrayList;
import java.util.List;

/**
 * What a device can do of what kernels need.
 *
 * @param description the device
 * @param doubles whether it computes with floating-point numbers of 64 bits
 * @param privateLimit most bytes of arrays that one kernel can have
 * @param warnings what may make results differ from the JVM's
 */
record Suitability(String description, boolean doubles, long privateLimit, List<String> warnings) {

    /** Drivers for processors keep a work-item's arrays on the stack of a thread, of which Linux gives 8 MiB. */
    private static final long STACK_SHARE = 6L << 20;

    Suitability {
        warnings = List.copyOf(warnings);
    }

    static Suitability of(ClDevice device) throws ClException {
        List<String> warnings = new ArrayList<>();
        if (!device.dividesExactly()) {
            warnings.add(
                    "this device rounds float quotients and square roots inexactly: they may differ from the JVM's");
        }
        if (!device.hasSubnormals()) {
            warnings.add("this device flushes subnormal floats to zero: results may differ from the JVM's");
        }
        return new Suitability(
                device.description(),
                device.hasDoubles(),
                device.isProcessor() ? STACK_SHARE : Long.MAX_VALUE,
                warnings);
    }

    /**
     * Refuses a kernel that the device cannot run.
     *
     * @param usesDoubles whether the kernel computes with floating-point numbers of 64 bits
     * @param privateBytes size of its arrays
     */
    void require(boolean usesDoubles, long privateBytes) throws ClFault {
        if (usesDoubles && !doubles) {
            throw new ClFault(
                    ClFault.Kind.UNSUPPORTED,
                    "the kernel computes with double, which " + description
                            + " cannot; use float, or another device (--device)");
        }
        if (privateBytes > privateLimit) {
            throw new ClFault(
                    ClFault.Kind.UNSUPPORTED,
                    "the kernel's own arrays take " + privateBytes + " bytes, more than the " + privateLimit + " that "
                            + description + " has for one; make them smaller, or use another device (--device)");
        }
    }
}
