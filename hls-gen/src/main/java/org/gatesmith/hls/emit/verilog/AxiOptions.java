package org.gatesmith.hls.emit.verilog;

import org.gatesmith.board.Board;

/**
 * The AXI ports of a kernel.
 *
 * @param dataBits width of the data buses: that of the memory behind them, so that nothing has to convert it
 * @param burstBeats beats of the longest burst
 * @param outstanding bursts on their way at most
 */
public record AxiOptions(int dataBits, int burstBeats, int outstanding) {

    /** A burst may not cross 4 KiB (AXI4, A3.4.1). */
    private static final int BOUNDARY_BYTES = 4096;

    /** Longer bursts gain nothing on HBM or DDR4, and shorter ones let several masters take turns. */
    private static final int USUAL_BEATS = 64;

    /** Bytes on their way that hide a latency of 200 ns at 20 GB/s. */
    private static final int BYTES_IN_FLIGHT = 16384;

    /** For the memory that kernels of a board are connected to. */
    public static AxiOptions of(Board board) {
        int bits = board.defaultMemory().axi().dataBits();
        int beats = Math.min(USUAL_BEATS, BOUNDARY_BYTES * Byte.SIZE / bits);
        return new AxiOptions(bits, beats, Math.max(4, BYTES_IN_FLIGHT * Byte.SIZE / bits / beats));
    }
}
