package org.gatesmith.library.stencil;

import org.gatesmith.api.Dataflow;
import org.gatesmith.api.Depth;
import org.gatesmith.api.FloatFifo;
import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Partition;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;
import org.gatesmith.api.TripCount;
import org.gatesmith.api.Tunable;

/**
 * One sweep of the five-point Jacobi stencil on a float grid: every point becomes the mean of itself and its four neighbours.
 *
 * <p>The input has a border of one point on every side, which the kernel reads and does not write. So the grid can be cut into
 * tiles whose inputs overlap, and every tile computes exactly the points that the whole grid would.
 *
 * <p>Hardware: three processes joined by FIFOs. The first reads the grid as one burst, the second computes one point per cycle,
 * the third writes the result as one burst. Two line buffers hold the last two rows, so that every point is read from memory
 * once; the points beside the centre are in registers. {@code (h + 2) · (w + 2)} iterations, four float adders and one
 * multiplier.
 *
 * <p>The additions are those of PolyBench/C 4.2, {@code jacobi-2d}, in its order: centre, left, right, below, above.
 */
public final class Jacobi2d {
    /** Widest grid that the line buffers hold, in points without the border. */
    @Tunable({1024, 2048, 4096, 8192})
    static final int MAX_WIDTH = 4096;

    /** Tallest grid; with it the number of points fits {@code int} at every permitted width. */
    static final int MAX_HEIGHT = 1 << 16;

    private Jacobi2d() {}

    /**
     * Computes one sweep, IEEE 754 binary32, every operation rounded to nearest even:
     * {@code 0.2f * ((((centre + left) + right) + below) + above)}.
     *
     * @param src (h + 2) × (w + 2) points, row-major, with the border
     * @param dst h × w points, written
     * @param h height in points without the border
     * @param w width in points without the border
     */
    @Kernel("jacobi_2d")
    @Dataflow
    public static void sweep(
            @In @Shape({"h + 2", "w + 2"}) float[] src,
            @Out @Shape({"h", "w"}) float[] dst,
            @Range(min = 1, max = MAX_HEIGHT) int h,
            @Range(min = 1, max = MAX_WIDTH) int w) {
        @Depth(16)
        FloatFifo points = new FloatFifo();
        @Depth(16)
        FloatFifo means = new FloatFifo();
        load(src, points, h, w);
        smooth(points, means, h, w);
        store(means, dst, h, w);
    }

    static void load(float[] src, FloatFifo points, int h, int w) {
        int count = (h + 2) * (w + 2);
        for (@Pipeline(ii = 1) @TripCount(min = 9, max = (MAX_HEIGHT + 2) * (MAX_WIDTH + 2), typical = 1026 * 1026)
                int i = 0;
                i < count;
                i++) {
            points.write(src[i]);
        }
    }

    static void store(FloatFifo means, float[] dst, int h, int w) {
        int count = h * w;
        for (@Pipeline(ii = 1) @TripCount(min = 1, max = MAX_HEIGHT * MAX_WIDTH, typical = 1024 * 1024) int i = 0;
                i < count;
                i++) {
            dst[i] = means.read();
        }
    }

    /** Passes over the grid; in iteration (y, x) the newest point is (y, x) and the centre of the stencil is (y - 1, x - 1). */
    static void smooth(FloatFifo points, FloatFifo means, int h, int w) {
        // Rows y - 2 and y - 1, as far as row y has not replaced them yet.
        @Partition(dim = 1)
        float[][] lines = new float[2][MAX_WIDTH + 2];
        float left = 0;
        float centre = 0;
        float above = 0;
        float below = 0;
        for (@TripCount(min = 3, max = MAX_HEIGHT + 2, typical = 1026) int y = 0; y < h + 2; y++) {
            for (@Pipeline(ii = 1) @TripCount(min = 3, max = MAX_WIDTH + 2, typical = 1026) int x = 0; x < w + 2; x++) {
                float newest = points.read();
                float right = lines[1][x];
                float top = lines[0][x];
                lines[0][x] = right;
                lines[1][x] = newest;
                if (y > 1 && x > 1) {
                    means.write(0.2f * ((((centre + left) + right) + below) + above));
                }
                left = centre;
                centre = right;
                above = top;
                below = newest;
            }
        }
    }
}
