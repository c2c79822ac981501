package org.gatesmith.host.device;

import org.gatesmith.hls.diag.Span;

/** A kernel failed on a device; the message says what happened and what to do. */
public final class DeviceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final DeviceFault fault;
    private final transient Span span;

    /**
     * @param span where in the kernel's source, {@link Span#NONE} if unknown
     */
    public DeviceException(DeviceFault fault, Span span, String message) {
        super(message);
        this.fault = fault;
        this.span = span;
    }

    public DeviceFault fault() {
        return fault;
    }

    public Span span() {
        return span;
    }
}
