package org.gatesmith.hls.rtl;

/**
 * A signal of the emitted Verilog that tells what the kernel does. It is declared with the comment
 * {@code verilator public_flat_rd}, so that a simulator can read it.
 *
 * @param path name from the top module down, with dots, such as {@code compute.debug_stall_a}; the top module itself is not named
 * @param width in bits, at most 64
 * @param subject what waits, works or is filled, in words that a user knows, such as {@code loop 'add.i'} or {@code FIFO 'rows'}
 * @param cause what the subject waits for, such as {@code data of 'a'}; empty unless it waits
 * @param line of the Java source, 0 if none
 */
public record Watch(String path, int width, Kind kind, String subject, String cause, int line) {

    /** What the number tells. */
    public enum Kind {
        /** A bit: high while the subject waits. The watchdog names what waits when nothing moves any more. */
        WAITS,
        /** A number that goes up and down: how full a FIFO is. */
        LEVEL,
        /** A counter of the iterations begun; the watchdog sees by it that the kernel goes on. */
        PROGRESS,
        /** A counter of how often a loop was started. */
        ENTRIES,
        /** A counter of cycles in which a loop was at work, those in which it waited included. */
        BUSY,
        /** A counter of cycles in which the subject waited. */
        CYCLES
    }

    /** Whether the number grows from call to call. */
    public boolean isCounter() {
        return switch (kind) {
            case WAITS, LEVEL -> false;
            case PROGRESS, ENTRIES, BUSY, CYCLES -> true;
        };
    }

    /** What the number says, in words. */
    public String text() {
        return switch (kind) {
            case WAITS, CYCLES -> subject + " waits for " + cause;
            case LEVEL -> "elements in " + subject;
            case PROGRESS -> "iterations of " + subject;
            case ENTRIES -> "starts of " + subject;
            case BUSY -> subject + " runs";
        };
    }

    /** The same signal seen from a module that holds an instance. */
    public Watch within(String instance) {
        return new Watch(instance + "." + path, width, kind, subject, cause, line);
    }
}
