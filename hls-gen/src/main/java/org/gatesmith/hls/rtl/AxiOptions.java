package org.gatesmith.hls.rtl;

import org.gatesmith.board.AxiPort;
import org.gatesmith.board.Board;

/**
 * The AXI ports of a kernel.
 *
 * @param dataBits width of the data buses
 * @param burstBeats beats of the longest burst
 * @param outstanding bursts on their way at most
 * @param readBeats beats asked for and not yet used at most
 */
public record AxiOptions(int dataBits, int burstBeats, int outstanding, int readBeats) {

    /** Bus of a kernel's port at most (UG1399, "AXI4 master interface"). */
    private static final int WIDEST_BITS = 512;

    /** A page of HBM2. Longer bursts gain nothing on it or on DDR4, and shorter ones let several masters take turns. */
    private static final int BURST_BYTES = 1024;

    /** Bytes on their way that hide a latency of 200 ns at 20 GB/s, four times over: bursts may be shorter than the longest. */
    private static final int BYTES_IN_FLIGHT = 16384;

    /** Bursts of one beat, one per cycle, that hide a latency of 200 ns at 300 MHz: accesses with a stride or by index. */
    private static final int OUTSTANDING = 64;

    /**
     * For the memory that kernels of a board are connected to: as wide as that memory's own port or, where the kernel's clock is
     * slower, wide enough to carry as much.
     */
    public static AxiOptions of(Board board, double megahertz) {
        AxiPort memory = board.defaultMemory().axi();
        int bits = memory.dataBits();
        while (bits < WIDEST_BITS && new AxiPort(bits, megahertz).bytesPerSecond() < memory.bytesPerSecond()) {
            bits *= 2;
        }
        int beats = BURST_BYTES * Byte.SIZE / bits;
        return new AxiOptions(bits, beats, OUTSTANDING, BYTES_IN_FLIGHT * Byte.SIZE / bits);
    }
}
