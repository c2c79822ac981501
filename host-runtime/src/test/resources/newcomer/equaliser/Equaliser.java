import org.gatesmith.api.*;

/** Three biquad filters in a row for several audio channels, in double precision. */
public final class Equaliser {
    static final int SECTIONS = 3;

    /** Sample rate in Hz. */
    static final double RATE = 48_000;

    /** b0 b1 b2 a1 a2 of each section, a0 normalised to 1. */
    static final double[][] SECTION = {
        peak(120, 0.7, 4), peak(1_500, 1.4, -6.5), peak(9_000, 0.9, 2.25),
    };

    record Step(double out, double s1, double s2) {}

    /** A peaking filter; runs in Java while the class is loaded, not in hardware. */
    static double[] peak(double hertz, double q, double decibels) {
        double a = Math.pow(10, decibels / 40);
        double w = 2 * Math.PI * hertz / RATE;
        double alpha = Math.sin(w) / (2 * q);
        double a0 = 1 + alpha / a;
        return new double[] {
            (1 + alpha * a) / a0, -2 * Math.cos(w) / a0, (1 - alpha * a) / a0, -2 * Math.cos(w) / a0, (1 - alpha / a) / a0
        };
    }

    @Kernel("equaliser")
    public static void filter(
            @In @Shape({"channels", "samples"}) double[] x,
            @Out @Shape({"channels", "samples"}) double[] y,
            @Out @Shape("channels") int[] clipped,
            @Range(min = 0, max = 64) int channels,
            @Range(min = 0, max = 1 << 20) int samples,
            double gain,
            boolean limit) {
        for (int c = 0; c < channels; c++) {
            @Partition(dim = 0)
            double[] s1 = new double[SECTIONS];
            @Partition(dim = 0)
            double[] s2 = new double[SECTIONS];
            int over = 0;
            for (@Pipeline(ii = 8) int i = 0; i < samples; i++) {
                double v = gain * x[c * samples + i];
                for (@Unroll int k = 0; k < SECTIONS; k++) {
                    Step step = transposed(v, s1[k], s2[k], k);
                    v = step.out();
                    s1[k] = step.s1();
                    s2[k] = step.s2();
                }
                if (limit && !(Math.abs(v) <= 1)) {
                    over++;
                    v = v > 0 ? 1 : -1;
                }
                y[c * samples + i] = v;
            }
            clipped[c] = over;
        }
    }

    /** One sample of a section in transposed direct form II. */
    static Step transposed(double x, double s1, double s2, int k) {
        double out = SECTION[k][0] * x + s1;
        return new Step(
                out,
                SECTION[k][1] * x - SECTION[k][3] * out + s2,
                SECTION[k][2] * x - SECTION[k][4] * out);
    }
}
