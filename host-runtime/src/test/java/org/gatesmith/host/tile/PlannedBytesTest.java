package org.gatesmith.host.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.host.problem.ProblemSize;
import org.junit.jupiter.api.Test;

/** Bytes that plans move, counted by hand. */
class PlannedBytesTest {

    private static final double KIB = 1024;

    /**
     * A is 1024 × 512 bytes, B 512 × 768, C 1024 × 768 ints; tiles are 256 × 256 × 128, so there are 4 × 3 × 4 of them. If only
     * the slices of one tile are held, A crosses once for each of 3 columns of tiles, B once for each of 4 rows, and C once
     * each way.
     */
    @Test
    void gemmWithoutResidents() throws Exception {
        TileNest nest = gemm("m", "n");

        assertThat(nest.tiles()).isEqualTo(48);
        assertThat(nest.array("a").bytesMoved()).isEqualTo(3 * 512 * KIB);
        assertThat(nest.array("b").bytesMoved()).isEqualTo(4 * 384 * KIB);
        assertThat(nest.array("c").bytesMoved()).isEqualTo(3072 * KIB);
        assertThat(PlanCosts.bytesIn(nest)).isEqualTo((3 * 512 + 4 * 384 + 3072) * KIB);
        assertThat(PlanCosts.bytesOut(nest)).isEqualTo(3072 * KIB);
    }

    /** With rows outside, holding the 4 slices of a row of A brings A once; holding all 12 of B brings B once. */
    @Test
    void gemmWithResidents() throws Exception {
        TileNest nest = gemm("m", "n");
        TiledArray a = nest.array("a").withLevel(1);
        TiledArray b = nest.array("b").withLevel(0);

        assertThat(a.held()).isEqualTo(4);
        assertThat(a.bytesMoved()).isEqualTo(512 * KIB);
        assertThat(b.held()).isEqualTo(12);
        assertThat(b.bytesMoved()).isEqualTo(384 * KIB);
    }

    /** With columns outside, it is the other way round: 4 slices of a column of B, all 16 of A. */
    @Test
    void gemmWithColumnsOutside() throws Exception {
        TileNest nest = gemm("n", "m");

        assertThat(nest.array("b").withLevel(1).held()).isEqualTo(4);
        assertThat(nest.array("a").withLevel(0).held()).isEqualTo(16);
    }

    @Test
    void gemmAsPlannedMovesEveryElementOnce() throws Exception {
        CompiledKernel kernel = Kernels.library("gemm_i8");

        TilePlan plan = TilePlanner.plan(Kernels.request(kernel, "u280", "m=1024 n=768 k=512")
                .withTiles(Map.of("m", 256L, "n", 256L, "k", 128L)));

        assertThat(plan.tiles()).isEqualTo(48);
        assertThat(plan.operand("a").bytesIn()).isEqualTo(512 * KIB);
        assertThat(plan.operand("b").bytesIn()).isEqualTo(384 * KIB);
        assertThat(plan.operand("c").bytesIn()).isEqualTo(3072 * KIB);
        assertThat(plan.operand("c").bytesOut()).isEqualTo(3072 * KIB);
        assertThat(plan.bytesMoved()).isEqualTo(plan.lowerBound());
    }

    /**
     * 10 × 2 tiles of 100 × 250 points, whose inputs are 102 × 252: (10 · 102) · (2 · 252) floats in, 1000 · 500 floats out; at
     * least 1002 · 502 floats must come in.
     */
    @Test
    void stencilWithHalo() throws Exception {
        CompiledKernel kernel = Kernels.library("jacobi_2d");

        TilePlan plan = TilePlanner.plan(
                Kernels.request(kernel, "u280", "h=1000 w=500").withTiles(Map.of("h", 100L, "w", 250L)));

        assertThat(plan.tiles()).isEqualTo(20);
        assertThat(plan.operand("src").bytesIn()).isEqualTo(2_056_320);
        assertThat(plan.operand("src").lowerBound()).isEqualTo(2_012_016);
        assertThat(plan.operand("dst").bytesOut()).isEqualTo(2_000_000);
        assertThat(plan.operand("src").sliceBytes()).isEqualTo(102 * 252 * 4);
    }

    private static TileNest gemm(String outer, String inner) throws Exception {
        CompiledKernel kernel = Kernels.library("gemm_i8");
        ProblemSize size = Kernels.size(kernel, "m=1024 n=768 k=512");
        Map<String, Long> steps = Map.of("m", 256L, "n", 256L, "k", 128L);
        List<TileLoop> loops = new ArrayList<>();
        for (String scalar : List.of(outer, inner, "k")) {
            loops.add(new TileLoop(
                    ShapeAnalysis.dimension(kernel.signature(), size.scalars(), scalar)
                            .orElseThrow(),
                    steps.get(scalar)));
        }
        return TileNest.of(kernel.signature(), size, loops, 2);
    }
}
