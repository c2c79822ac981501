// Two kernels in one file, and none was chosen.
import org.gatesmith.api.*;

class Example {
    @Kernel("first")
    public static void one(@Out @Shape("n") int[] out, int n) {
        out[0] = 1;
    }

    @Kernel("second")
    // expect: GS0103 `two`
    public static void two(@Out @Shape("n") int[] out, int n) {
        out[0] = 2;
    }
}
