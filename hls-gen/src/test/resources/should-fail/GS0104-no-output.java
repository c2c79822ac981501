// Nor has one that only reads.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    // expect: GS0104 `run`
    public static void run(@In @Shape("n") int[] in, int n) {
        int x = in[0];
    }
}
