package org.gatesmith.hls.rtl;

/**
 * A signal of the emitted Verilog that tells what the kernel does. It is declared with the comment
 * {@code verilator public_flat_rd}, so that a simulator can read it.
 *
 * @param path name from the top module down, with dots, such as {@code compute.debug_stall_a}; the top module itself is not named
 * @param width in bits, at most 64
 * @param text what is waiting, counted or held, in words that a user knows, such as {@code loop 'i' waits for data of 'a'}
 * @param line of the Java source, 0 if none
 */
public record Watch(String path, int width, Kind kind, String text, int line) {

    /** What the number tells. */
    public enum Kind {
        /** A bit: high while it waits. The watchdog names what waits when nothing moves any more. */
        WAITS,
        /** A number that goes up and down, such as the level of a FIFO. */
        LEVEL,
        /** A counter of what has been done, such as the iterations begun; the watchdog sees by it that the kernel goes on. */
        PROGRESS,
        /** A counter of cycles in which the text was true, such as stalls by one cause. */
        CYCLES
    }
}
