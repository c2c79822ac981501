package org.gatesmith.library.vision;

import org.gatesmith.api.ByteFifo;
import org.gatesmith.api.Dataflow;
import org.gatesmith.api.Depth;
import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Partition;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;
import org.gatesmith.api.TripCount;
import org.gatesmith.api.Tunable;
import org.gatesmith.api.Unroll;

/**
 * Bank of 3×3 integer filters on an 8-bit grey image.
 *
 * <p>Hardware: three processes joined by FIFOs. The first reads the image as one burst, the second filters one pixel per
 * cycle, the third writes the result as one burst. The filter keeps the last two rows in line buffers and a 3×3 window in
 * registers, so that every pixel is read from memory once. It runs one row and one column longer than the image, because the
 * window lags the newest pixel by one row and one column: {@code (h + 1) · (w + 1)} iterations. All filters of the bank are
 * adders and shifts; they work side by side and {@code mode} selects the result.
 *
 * <p>Border: pixels outside the image have the value of the nearest pixel inside (replication).
 *
 * <p>Filters:
 *
 * <ul>
 *   <li>{@link #BLUR}: binomial weights {@code [1 2 1; 2 4 2; 1 2 1] / 16}, rounded half up.
 *   <li>{@link #SOBEL}: {@code min(255, |gx| + |gy|)} with {@code gx} from {@code [-1 0 1; -2 0 2; -1 0 1]} and {@code gy} from
 *       its transpose (I. Sobel, G. Feldman, 1968).
 * </ul>
 */
public final class ImageFilter {
    /** Mode: binomial blur. */
    public static final int BLUR = 0;

    /** Mode: magnitude of the Sobel gradient. */
    public static final int SOBEL = 1;

    /** Widest image that the line buffers hold, in pixels. */
    @Tunable({1024, 2048, 4096, 8192})
    static final int MAX_WIDTH = 4096;

    /** Tallest image; with it the number of pixels fits {@code int} at every permitted width. */
    static final int MAX_HEIGHT = 1 << 16;

    private ImageFilter() {}

    /**
     * Filters an image.
     *
     * @param src h × w grey values, row-major, each byte unsigned (0 to 255)
     * @param dst h × w grey values, written
     * @param h height in pixels
     * @param w width in pixels
     * @param mode {@link #BLUR} or {@link #SOBEL}
     */
    @Kernel("image_filter")
    @Dataflow
    public static void filter(
            @In @Shape({"h", "w"}) byte[] src,
            @Out @Shape({"h", "w"}) byte[] dst,
            @Range(min = 1, max = MAX_HEIGHT) int h,
            @Range(min = 1, max = MAX_WIDTH) int w,
            @Range(min = BLUR, max = SOBEL) int mode) {
        @Depth(16)
        ByteFifo pixels = new ByteFifo();
        @Depth(16)
        ByteFifo filtered = new ByteFifo();
        load(src, pixels, h, w);
        convolve(pixels, filtered, h, w, mode);
        store(filtered, dst, h, w);
    }

    static void load(byte[] src, ByteFifo pixels, int h, int w) {
        int count = h * w;
        for (@Pipeline(ii = 1) @TripCount(min = 1, max = MAX_HEIGHT * MAX_WIDTH, typical = 1920 * 1080) int i = 0;
                i < count;
                i++) {
            pixels.write(src[i]);
        }
    }

    static void store(ByteFifo filtered, byte[] dst, int h, int w) {
        int count = h * w;
        for (@Pipeline(ii = 1) @TripCount(min = 1, max = MAX_HEIGHT * MAX_WIDTH, typical = 1920 * 1080) int i = 0;
                i < count;
                i++) {
            dst[i] = filtered.read();
        }
    }

    /** Slides the window over the image; in iteration (y, x) its centre is the pixel (y - 1, x - 1). */
    static void convolve(ByteFifo pixels, ByteFifo filtered, int h, int w, int mode) {
        // Rows y - 2 and y - 1, as far as row y has not replaced them yet.
        @Partition(dim = 1)
        byte[][] lines = new byte[2][MAX_WIDTH];
        @Partition(dim = 0)
        int[][] window = new int[3][3];
        for (@TripCount(min = 2, max = MAX_HEIGHT + 1, typical = 1081) int y = 0; y <= h; y++) {
            for (@Pipeline(ii = 1) @TripCount(min = 2, max = MAX_WIDTH + 1, typical = 1921) int x = 0; x <= w; x++) {
                for (@Unroll int row = 0; row < 3; row++) {
                    window[row][0] = window[row][1];
                    window[row][1] = window[row][2];
                }
                // Past the right edge the newest column stays, which replicates it.
                if (x < w) {
                    int middle = lines[1][x] & 0xFF;
                    int top = y == 1 ? middle : lines[0][x] & 0xFF;
                    int bottom = y < h ? pixels.read() & 0xFF : middle;
                    lines[0][x] = (byte) middle;
                    lines[1][x] = (byte) bottom;
                    window[0][2] = top;
                    window[1][2] = middle;
                    window[2][2] = bottom;
                }
                if (x == 0) {
                    // The next shift moves this copy to the left of column 0, which replicates it.
                    for (@Unroll int row = 0; row < 3; row++) {
                        window[row][1] = window[row][2];
                    }
                }
                if (y > 0 && x > 0) {
                    filtered.write((byte) (mode == SOBEL ? sobel(window) : blur(window)));
                }
            }
        }
    }

    private static int blur(int[][] window) {
        int corners = window[0][0] + window[0][2] + window[2][0] + window[2][2];
        int edges = window[0][1] + window[1][0] + window[1][2] + window[2][1];
        return (corners + 2 * edges + 4 * window[1][1] + 8) >> 4;
    }

    private static int sobel(int[][] window) {
        int left = window[0][0] + 2 * window[1][0] + window[2][0];
        int right = window[0][2] + 2 * window[1][2] + window[2][2];
        int above = window[0][0] + 2 * window[0][1] + window[0][2];
        int below = window[2][0] + 2 * window[2][1] + window[2][2];
        return Math.min(255, Math.abs(right - left) + Math.abs(below - above));
    }
}
