// The size of an array on chip must be known when the hardware is built.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(@In @Shape("n") int[] in, @Out @Shape("n") int[] out, int n) {
        // expect: GS0203 `n`
        int[] local = new int[n];
        for (int i = 0; i < n; i++) {
            local[i] = in[i];
        }
        out[0] = local[0];
    }
}
