// Directives out of range.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    @Tolerance
    // expect: GS0214 `run`
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = 1;
    }
}
