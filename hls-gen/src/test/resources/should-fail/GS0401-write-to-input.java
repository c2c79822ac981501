// The kernel writes what it promised only to read.
import org.gatesmith.api.*;

class Example {
    static void clear(int[] values, int n) {
        for (int i = 0; i < n; i++) {
            // expect: GS0401 `values[i] = 0`
            values[i] = 0;
        }
    }

    @Kernel("example")
    public static void run(@In @Shape("n") int[] in, @In @Shape("n") int[] more, @Out @Shape("n") int[] out, int n) {
        // expect: GS0401 `in[0] += 5`
        in[0] += 5;
        clear(more, n);
        out[0] = 1;
    }
}
