// Code that Java cannot reach.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        return;
        // expect: GS0101 `out[0] = 1;`
        out[0] = 1;
    }
}
