// No kernel can be called main.
import org.gatesmith.api.*;

class Example {
    @Kernel("main")
    // expect: GS0104 `run`
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = 1;
    }
}
