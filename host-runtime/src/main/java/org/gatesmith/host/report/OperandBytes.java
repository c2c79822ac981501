package org.gatesmith.host.report;

import java.util.OptionalDouble;

/**
 * Bytes moved for one operand in the whole run.
 *
 * @param operand name of the array
 * @param toDevice bytes moved from host to device
 * @param fromDevice bytes moved from device to host
 * @param lowerBound bytes that no plan can avoid to move: each needed element once in each direction that it must go
 * @param reuse how often the kernel uses an element for each time it is moved, if known
 * @param remark such as {@code stays on the device}; may be empty
 */
public record OperandBytes(
        String operand, long toDevice, long fromDevice, long lowerBound, OptionalDouble reuse, String remark) {

    public OperandBytes {
        if (toDevice < 0 || fromDevice < 0 || lowerBound < 0) {
            throw new IllegalArgumentException(
                    operand + ": " + toDevice + ", " + fromDevice + ", " + lowerBound + " bytes");
        }
    }

    /** Bytes in both directions. */
    public long moved() {
        return toDevice + fromDevice;
    }
}
