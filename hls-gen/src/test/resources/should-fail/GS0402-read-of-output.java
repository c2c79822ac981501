// The kernel reads what it promised only to write.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        for (int i = 0; i < n; i++) {
            // expect: GS0402 `out[i]`
            out[i] += i;
            // expect: GS0402 `out[0]`
            out[i] = out[0];
        }
    }
}
