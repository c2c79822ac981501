package org.gatesmith.library.vision;

/** Reference model of {@link ImageFilter}: for every pixel the definition of its filter, with clamped coordinates. */
public final class ImageFilterReference {
    private static final int[][] BINOMIAL = {{1, 2, 1}, {2, 4, 2}, {1, 2, 1}};
    private static final int[][] SOBEL_X = {{-1, 0, 1}, {-2, 0, 2}, {-1, 0, 1}};
    private static final int[][] SOBEL_Y = {{-1, -2, -1}, {0, 0, 0}, {1, 2, 1}};

    private ImageFilterReference() {}

    /** As {@link ImageFilter#filter}. */
    public static void filter(byte[] src, byte[] dst, int h, int w, int mode) {
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                dst[y * w + x] = (byte) pixel(src, h, w, y, x, mode);
            }
        }
    }

    private static long pixel(byte[] src, int h, int w, int y, int x, int mode) {
        return switch (mode) {
            case ImageFilter.BLUR -> (long) Math.floor(correlate(src, h, w, y, x, BINOMIAL) / 16.0 + 0.5);
            case ImageFilter.SOBEL -> {
                int gx = correlate(src, h, w, y, x, SOBEL_X);
                int gy = correlate(src, h, w, y, x, SOBEL_Y);
                yield Math.clamp((long) Math.abs(gx) + Math.abs(gy), 0, 255);
            }
            default ->
                throw new IllegalArgumentException("image_filter has no mode " + mode + "; choose " + ImageFilter.BLUR
                        + " (blur) or " + ImageFilter.SOBEL + " (Sobel magnitude)");
        };
    }

    private static int correlate(byte[] src, int h, int w, int y, int x, int[][] weights) {
        int sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int row = Math.clamp(y + dy, 0, h - 1);
                int column = Math.clamp(x + dx, 0, w - 1);
                sum += weights[dy + 1][dx + 1] * Byte.toUnsignedInt(src[row * w + column]);
            }
        }
        return sum;
    }
}
