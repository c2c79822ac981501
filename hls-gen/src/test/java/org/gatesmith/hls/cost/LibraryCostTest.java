package org.gatesmith.hls.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures of the library's kernels at large sizes, against figures worked out by hand. */
class LibraryCostTest {

    private static final long M = 16384;
    private static final long N = 16384;
    private static final long K = 1024;

    /** 128 × 128 blocks of C, k in slices of 64, a PE array of 16 × 16. */
    @Test
    void aMatrixProductOfWholeBlocks() {
        KernelCost cost = cost(LibrarySource.GEMM_I8, Map.of("m", M, "n", N, "k", K));

        long slices = K / 64;
        assertThat(cost.operations().data(OperationKind.INTEGER_MULTIPLY)).isEqualTo(M * N * K);
        // One sum per product, and every slice adds its sums to the block of C.
        assertThat(cost.operations().data(OperationKind.INTEGER_ADD)).isEqualTo(M * N * K + M * N * slices);
        // In every step of the array the place of a byte in its word takes one operation.
        long steps = M / 16 * (N / 16) * K;
        assertThat(cost.operations().total()).isEqualTo(2 * M * N * K + M * N * slices + steps);
        assertThat(cost.ports())
                .containsExactly(
                        new PortTraffic("a", 1, M * K * (N / 128), 0),
                        new PortTraffic("b", 1, K * N * (M / 128), 0),
                        new PortTraffic("c", 4, M * N, M * N));
        assertThat(cost.isExact()).isTrue();
    }

    /**
     * Blocks are loaded, multiplied and stored one after another. At one element of a port per cycle, a slice takes longer to load than to
     * multiply.
     */
    @Test
    void theCyclesOfAMatrixProduct() {
        KernelCost cost = cost(LibrarySource.GEMM_I8, Map.of("m", M, "n", N, "k", K));

        long blocks = (M / 128) * (N / 128);
        long slice = 64 * 128;
        assertThat(cost.cycles()).isEqualTo(blocks * (2 * 128 * 128 + K / 64 * slice));
    }

    @Test
    void edgeTilesOfAMatrixProductMoveOnlyWhatExists() {
        KernelCost cost = cost(LibrarySource.GEMM_I8, Map.of("m", 16383L, "n", 16389L, "k", 1023L));

        assertThat(cost.port("a")).hasValue(new PortTraffic("a", 1, 16383 * 1023 * 129L, 0));
        assertThat(cost.port("b")).hasValue(new PortTraffic("b", 1, 1023 * 16389 * 128L, 0));
        assertThat(cost.port("c")).hasValue(new PortTraffic("c", 4, 16383 * 16389L, 16383 * 16389L));
        LoopCost lastColumns = cost.loop("multiply.tj").orElseThrow();
        assertThat(lastColumns.minTrips()).isEqualTo(1);
        assertThat(lastColumns.maxTrips()).isEqualTo(8);
        assertThat(lastColumns.tripsKnown()).isTrue();
        assertThat(cost.isExact()).isTrue();
    }

    @Test
    void aVectorAsLongAsJavaPermits() {
        long n = Integer.MAX_VALUE;
        KernelCost cost = cost(LibrarySource.VECTOR_ADD, Map.of("n", n));

        assertThat(cost.operations().data()).containsExactly(Map.entry(OperationKind.FLOAT_ADD, n));
        assertThat(cost.operations().addressing()).isEmpty();
        assertThat(cost.bytes()).isEqualTo(3 * 4 * n);
        assertThat(cost.cycles()).isEqualTo(n);
    }

    /** The window runs over one row and one column more than the image has; its three processes overlap. */
    @Test
    void aLargeImage() {
        long h = 65536;
        long w = 8192;
        Map<String, Long> scalars = Map.of("h", h, "w", w, "mode", 1L);
        KernelCost cost = KernelCost.of(
                LibrarySource.IMAGE_FILTER.compile(Map.of("MAX_WIDTH", w)).program(), scalars);

        assertThat(cost.cycles()).isEqualTo((h + 1) * (w + 1));
        assertThat(cost.port("src")).hasValue(new PortTraffic("src", 1, h * w, 0));
        assertThat(cost.port("dst")).hasValue(new PortTraffic("dst", 1, 0, h * w));
        // Sobel on every pixel: 4 doublings; 8 sums, 2 differences, 2 magnitudes and their sum.
        assertThat(cost.operations().data(OperationKind.INTEGER_MULTIPLY)).isEqualTo(4 * h * w);
        assertThat(cost.operations().data(OperationKind.INTEGER_ADD)).isEqualTo(13 * h * w);
        assertThat(cost.isExact()).isTrue();
    }

    @Test
    void readingFourElementsOfAPortTakesFourCycles() {
        KernelCost cost = cost(LibrarySource.POSIT_DOT, Map.of("count", 1000L));

        assertThat(cost.cycles()).isEqualTo(4 * 1000);
        assertThat(cost.reservations()).containsExactly(Reservation.AT_MOST);
    }

    @Test
    void nothingToDoIsOneCycle() {
        KernelCost cost = cost(LibrarySource.VECTOR_ADD, Map.of("n", 0L));

        assertThat(cost.operations().total()).isZero();
        assertThat(cost.bytes()).isZero();
        assertThat(cost.cycles()).isOne();
    }

    private static KernelCost cost(LibrarySource kernel, Map<String, Long> scalars) {
        return KernelCost.of(kernel.compile(Map.of()).program(), scalars);
    }
}
