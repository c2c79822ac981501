package org.gatesmith.host.opencl;

import org.gatesmith.host.device.DeviceFault;

/** What the OpenCL process could not do, on its way to the host. */
final class ClFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** First word of an answer, instead of {@code ok}. */
    enum Kind {
        /** Nothing to run on: a matter of installation. */
        MISSING,
        /** No card, or no driver for it. */
        NO_CARD,
        /** A choice that the user made does not exist. */
        USAGE,
        /** The program does not compile. */
        COMPILATION,
        /** The device cannot run the kernel. */
        UNSUPPORTED,
        /** A process read a FIFO that nobody filled. */
        EMPTY_FIFO,
        /** OpenCL reports an error. */
        RUNTIME;

        /** The fault that the user is told. */
        DeviceFault deviceFault() {
            return switch (this) {
                case COMPILATION -> DeviceFault.COMPILATION;
                case UNSUPPORTED -> DeviceFault.UNSUPPORTED;
                case EMPTY_FIFO -> DeviceFault.EMPTY_FIFO;
                case MISSING, NO_CARD, USAGE, RUNTIME -> DeviceFault.RUNTIME;
            };
        }
    }

    private final Kind kind;

    ClFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
