// A kernel is public, static and void.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    // expect: GS0104 `run`
    int run(@Out @Shape("n") int[] out, int n) {
        out[0] = 1;
        return n;
    }
}
