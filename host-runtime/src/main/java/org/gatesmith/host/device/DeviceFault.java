package org.gatesmith.host.device;

import java.util.Arrays;
import java.util.Optional;

/** What can go wrong while a kernel runs. An id is never reused; it continues the catalogue of the compiler's rules. */
public enum DeviceFault {
    INDEX_OUT_OF_BOUNDS("GS0901", "The kernel used an index outside an array."),
    DIVISION_BY_ZERO("GS0902", "The kernel divided an integer by zero."),
    CONTRACT("GS0903", "A value broke its contract."),
    DEADLOCK("GS0904", "The processes of a dataflow method wait for each other."),
    TIME_LIMIT("GS0905", "The kernel did not end within the time limit."),
    CRASH("GS0906", "The program that runs the kernel ended abnormally."),
    EMPTY_FIFO("GS0907", "A process read a FIFO that nobody filled."),
    KERNEL_EXCEPTION("GS0908", "The kernel threw an exception."),
    COMPILATION("GS0909", "The compiler of the device rejects the emitted code."),
    WRONG_RESULT("GS0910", "A device computed another result than expected."),
    UNSUPPORTED("GS0911", "The device cannot run this kernel."),
    RUNTIME("GS0912", "The device's own runtime reports an error."),
    STANDSTILL("GS0913", "The hardware waits for something that does not come."),
    BUS_RULE("GS0914", "The hardware breaks a rule of its bus."),
    TORNADO("GS0920", "TornadoVM could not compile or run the kernel.");

    private final String id;
    private final String summary;

    DeviceFault(String id, String summary) {
        this.id = id;
        this.summary = summary;
    }

    /** Stable id, such as {@code GS0904}. */
    public String id() {
        return id;
    }

    /** The fault with an id. */
    public static Optional<DeviceFault> of(String id) {
        return Arrays.stream(values()).filter(fault -> fault.id.equals(id)).findFirst();
    }

    /** One sentence. */
    public String summary() {
        return summary;
    }
}
