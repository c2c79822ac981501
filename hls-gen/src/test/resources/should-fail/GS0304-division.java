// A divisor that is always zero.
import org.gatesmith.api.*;

class Example {
    static final int NONE = 0;

    @Kernel("example")
    public static void run(@In @Shape("n") int[] in, @Out @Shape("n") int[] out, int n) {
        for (int i = 0; i < n; i++) {
            // expect: GS0304 `in[i] / NONE`
            out[i] = in[i] / NONE;
        }
    }
}
