package org.gatesmith.library.stencil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gatesmith.api.DataflowRegion;
import org.gatesmith.api.FloatFifo;
import org.gatesmith.library.TunedKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Jacobi2dTest {

    @Test
    void aPointBecomesTheMeanOfItselfAndItsNeighbours() {
        float[] grid = {
            9, 1, 9,
            2, 3, 4,
            9, 5, 9
        };

        assertThat(sweep(grid, 1, 1)).isEqualTo(new float[] {3});
    }

    @Test
    void cornersOfTheBorderDoNotCount() {
        float[] grid = new float[16];
        for (int corner : new int[] {0, 3, 12, 15}) {
            grid[corner] = Float.NaN;
        }

        assertThat(sweep(grid, 2, 2)).isEqualTo(new float[4]);
    }

    /** 2^24 + 1 is no float: only if the small numbers are added before the large one does the sum grow. */
    @Test
    void addsInTheOrderOfTheDefinition() {
        float large = 1 << 24;
        float[] first = {0, 0, 0, 1, large, 1, 0, 0, 0};
        float[] last = {0, large, 0, 1, 1, 0, 0, 0, 0};

        assertThat(sweep(first, 1, 1)).isEqualTo(new float[] {0.2f * large});
        assertThat(sweep(last, 1, 1)).isEqualTo(new float[] {0.2f * (large + 2)});
    }

    @Property(tries = 100, seed = "5")
    void agreesWithTheReferenceAtAnySize(
            @ForAll @IntRange(min = 1, max = 30) int h, @ForAll @IntRange(min = 1, max = 30) int w, @ForAll long seed) {
        float[] grid = random(h, w, seed);

        assertThat(sweep(grid, h, w)).isEqualTo(expected(grid, h, w));
    }

    @Test
    void fillsTheLineBuffersOfASmallerDesign(@TempDir Path directory) throws Exception {
        TunedKernel kernel = TunedKernel.compile("jacobi_2d", Map.of("MAX_WIDTH", 1024), directory);
        float[] grid = random(3, 1024, 7);
        float[] result = new float[3 * 1024];

        kernel.run(grid, result, 3, 1024);

        assertThat(result).isEqualTo(expected(grid, 3, 1024));
    }

    @Test
    void processesNeedNoFifoDeeperThanOne() {
        float[] grid = random(11, 13, 1);
        float[] result = new float[11 * 13];
        FloatFifo points = new FloatFifo("points", 1);
        FloatFifo means = new FloatFifo("means", 1);
        DataflowRegion region = DataflowRegion.open("jacobi_2d");
        region.process("load", () -> Jacobi2d.load(grid, points, 11, 13));
        region.process("smooth", () -> Jacobi2d.smooth(points, means, 11, 13));
        region.process("store", () -> Jacobi2d.store(means, result, 11, 13));
        region.join();

        assertThat(result).isEqualTo(expected(grid, 11, 13));
    }

    @Test
    void leavesWhatIsBehindTheGrid() {
        float[] result = new float[6];
        Arrays.fill(result, 7);

        Jacobi2d.sweep(new float[16], result, 2, 2);

        assertThat(result).isEqualTo(new float[] {0, 0, 0, 0, 7, 7});
    }

    private static float[] sweep(float[] grid, int h, int w) {
        float[] result = new float[h * w];
        Jacobi2d.sweep(grid, result, h, w);
        return result;
    }

    private static float[] expected(float[] grid, int h, int w) {
        float[] result = new float[h * w];
        Jacobi2dReference.sweep(grid, result, h, w);
        return result;
    }

    private static float[] random(int h, int w, long seed) {
        Random random = new Random(seed);
        float[] grid = new float[(h + 2) * (w + 2)];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = Math.scalb(random.nextFloat() - 0.5f, random.nextInt(-12, 12));
        }
        return grid;
    }
}
