// A port that the kernel never touches.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(
            // expect: GS0406 `a`
            @In @Shape("n") int[] a,
            @Out @Shape("n") int[] out,
            int n) {
        out[0] = n;
    }
}
