// Two kernels of one name.
import org.gatesmith.api.*;

class Example {
    @Kernel("add")
    public static void one(@Out @Shape("n") int[] out, int n) {
        out[0] = 1;
    }

    @Kernel("add")
    // expect: GS0109 `two`
    public static void two(@Out @Shape("n") int[] out, int n) {
        out[0] = 2;
    }
}
