package org.gatesmith.host.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.problem.CallLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilePlannerTest {

    @Test
    void aSmallProblemIsOneCall() throws Exception {
        TilePlan plan = plan("gemm_i8", "u280", "m=1000 n=1000 k=1000");

        assertThat(plan.tiles()).isEqualTo(1);
        assertThat(plan.tile(0).scalars()).isEqualTo(Map.of("m", 1000L, "n", 1000L, "k", 1000L));
        assertThat(plan.bytesMoved()).isEqualTo(plan.lowerBound());
    }

    @Test
    void anEmptyProblemIsOneCall() throws Exception {
        TilePlan plan = plan("vector_add", "u280", "n=0");

        assertThat(plan.tiles()).isEqualTo(1);
        assertThat(plan.tile(0).operand("a").slice().count()).isZero();
    }

    /** 5·10⁹ elements: more than an int counts, a Java array holds, or a bank of HBM stores. */
    @Test
    void aProblemMayBeLargerThanAnyCall() throws Exception {
        TilePlan plan = plan("vector_add", "u280", "n=5_000_000_000");

        assertThat(plan.operand("a").bytesIn()).isEqualTo(20e9);
        assertWithinLimits(plan, Kernels.library("vector_add"));
        assertThat(plan.tile(plan.tiles() - 1).operand("a").slice())
                .satisfies(last -> assertThat(
                                last.origin().getFirst() + last.extents().getFirst())
                        .isEqualTo(5_000_000_000L));
    }

    @ParameterizedTest
    @CsvSource({
        "gemm_i8, u280, m=100000 n=100000 k=20000",
        "gemm_i8, zcu102, m=30000 n=20000 k=10000",
        "gemm_f32, vcu1525, m=20000 n=1000 k=100000",
        "jacobi_2d, u280, h=200000 w=30000",
        "posit_dot, u280, count=100000000",
        "relu_linear_attention_i8, zcu102, heads=256 queries=65536 keys=500"
    })
    void everyPlanRespectsTheBoardAndTheContracts(String kernel, String board, String sizes) throws Exception {
        TilePlan plan = plan(kernel, board, sizes);

        assertThat(plan.tiles()).isGreaterThan(1);
        assertThat(plan.banks()).allSatisfy(bank -> assertThat(bank.bytes()).isLessThanOrEqualTo(bank.capacity()));
        assertThat(plan.hostBytes()).isLessThanOrEqualTo(PlanRequest.DEFAULT_HOST_BYTES);
        assertWithinLimits(plan, Kernels.library(kernel));
    }

    /** B, 2 GB, has no room in a bank of 256 MiB, so either it or A must cross the link more than once. */
    @Test
    void whatHasNoRoomOnTheBoardCrossesAgain() throws Exception {
        TilePlan plan = plan("gemm_i8", "u280", "m=100000 n=100000 k=20000");

        assertThat(plan.bytesMoved()).isGreaterThan(plan.lowerBound());
        assertThat(plan.operand("c").bytesMoved()).isEqualTo(plan.operand("c").lowerBound());
    }

    @Test
    void emulatorsCountTheirBuffersAsMemoryOfTheHost() throws Exception {
        CompiledKernel kernel = Kernels.library("vector_add");
        PlanRequest board = Kernels.request(kernel, "u280", "n=100000000")
                .withTiles(Map.of("n", 1_000_000L))
                .withDepth(2);
        PlanRequest host = new PlanRequest(
                kernel, board.board(), board.size(), DevicePlace.HOST, board.tiles(), board.depth(), board.hostBytes());

        // Three arrays of 4 MB, two slices each between the stages, and two buffers each on the device.
        long slice = 977 * 4096;
        assertThat(TilePlanner.plan(board).hostBytes()).isEqualTo(3 * 2 * slice);
        assertThat(TilePlanner.plan(host).hostBytes()).isEqualTo(3 * 2 * slice + 2 * 3 * 2 * slice);
    }

    @Test
    void theUsersTilesAndDepthAreKept() throws Exception {
        TilePlan plan = TilePlanner.plan(Kernels.request(Kernels.library("gemm_i8"), "u280", "m=1000 n=1000 k=1000")
                .withTiles(Map.of("m", 300L))
                .withDepth(5));

        assertThat(plan.loop("m").orElseThrow().step()).isEqualTo(300);
        assertThat(plan.loop("m").orElseThrow().trips()).isEqualTo(4);
        assertThat(plan.depth()).isEqualTo(5);
    }

    @Test
    void theSameRequestHasTheSamePlan() throws Exception {
        TilePlan one = plan("gemm_i8", "u280", "m=9000 n=8000 k=3000");
        TilePlan other = plan("gemm_i8", "u280", "m=9000 n=8000 k=3000");

        assertThat(other.loops()).isEqualTo(one.loops());
        assertThat(other.operands()).isEqualTo(one.operands());
        assertThat(other.times()).isEqualTo(one.times());
    }

    @Test
    void timesAreAtLeastWhatLinkBanksAndScheduleNeed() throws Exception {
        PlanTimes times = plan("vector_add", "u280", "n=1000000000").times();

        // 8 GB to the card at 7.45 GB/s; an element of each array per cycle at 300 MHz; 4 GB from a bank at 14.4 GB/s
        assertThat(times.stages().toDevice()).isGreaterThan(8e9 / 7.45e9);
        assertThat(times.stages().run()).isGreaterThan(1e9 / 300e6);
        assertThat(times.idealRun()).isGreaterThan(4e9 / 14.4e9).isLessThan(times.transfers());
        assertThat(times.total())
                .isGreaterThanOrEqualTo(times.stages().longest())
                .isLessThan(times.serial());
        assertThat(times.isTransferBound()).isFalse();
    }

    @Test
    void tilesThatTheMemoryCannotHoldAreRefusedWithTheNumbers() throws Exception {
        PlanRequest request = Kernels.request(Kernels.library("vector_add"), "u280", "n=100000000")
                .withHostBytes(10_000);

        assertThatThrownBy(() -> TilePlanner.plan(request))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "kernel vector_add cannot run at this size: even the smallest tiles n=1 are too large: the ring of"
                                + " buffers would take 24 KiB of the host's memory, and may take 9.77 KiB; give it at least"
                                + " --memory 24K");
    }

    @Test
    void aDimensionThatCannotBeCutKeepsItsLimitAndSaysWhy() throws Exception {
        PlanRequest request = Kernels.request(Kernels.library("image_filter"), "u280", "h=70000 w=4096 mode=0");

        assertThatThrownBy(() -> TilePlanner.plan(request))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll(
                        "h = 70000 is outside its contract 1 to 65536", "h is not cut: cutting h changes dst[");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gemm_i8 | m=100 n=100 k=100 | mm | 10 | --tile mm=10: no extent depends on \"mm\"",
                "gemm_i8 | m=100 n=100 k=100 | m | 0 | --tile m=0: a tile has at least one element",
                "image_filter | h=100 w=100 mode=0 | h | 10 | --tile h=10: h cannot be cut: cutting h changes dst",
            })
    void tilesThatCannotBeAreRefused(String kernel, String sizes, String scalar, long tile, String message)
            throws Exception {
        PlanRequest request =
                Kernels.request(Kernels.library(kernel), "u280", sizes).withTiles(Map.of(scalar, tile));

        assertThatThrownBy(() -> TilePlanner.plan(request))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aTileThatIsNoWholeBlockIsRefused() throws Exception {
        CompiledKernel kernel = Kernels.of("""
                @Kernel("pairs")
                public static void pairs(@In @Shape("n") int[] x, @Out @Shape("n") int[] y, int n) {
                    for (int i = 0; i < n; i++) {
                        y[i] = x[i ^ 1];
                    }
                }
                """);
        PlanRequest request = Kernels.request(kernel, "u280", "n=1000");

        assertThat(TilePlanner.plan(request.withTiles(Map.of("n", 48L))).tiles())
                .isEqualTo(21);
        assertThatThrownBy(() -> TilePlanner.plan(request.withTiles(Map.of("n", 50L))))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "--tile n=50: the kernel's results stay the same only for tiles of a multiple of 16; take 64");
    }

    private static TilePlan plan(String kernel, String board, String sizes) throws Exception {
        return TilePlanner.plan(Kernels.request(Kernels.library(kernel), board, sizes));
    }

    /** The first and the last tile are the largest and the smallest along every dimension. */
    private static void assertWithinLimits(TilePlan plan, CompiledKernel kernel) {
        for (long index : new long[] {0, plan.tiles() - 1}) {
            Tile tile = plan.tile(index);
            for (Parameter.Scalar scalar : kernel.signature().scalars().toList()) {
                assertThat(CallLimits.trouble(scalar, tile.scalars().get(scalar.name())))
                        .isEmpty();
            }
            kernel.signature()
                    .arrays()
                    .forEach(array -> assertThat(
                                    tile.operand(array.name()).slice().count())
                            .isLessThanOrEqualTo(CallLimits.MAX_ELEMENTS));
        }
    }
}
