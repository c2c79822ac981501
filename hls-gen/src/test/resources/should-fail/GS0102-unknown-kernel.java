// Choosing a kernel that is not there.
// kernel: subtract
import org.gatesmith.api.*;

class Example {
    @Kernel("add")
    // expect: GS0102 `run`
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = n;
    }
}
