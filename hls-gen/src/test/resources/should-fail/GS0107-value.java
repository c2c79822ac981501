// Choosing a value that the annotation does not permit.
// set: ROWS=5
import org.gatesmith.api.*;

class Example {
    @Tunable({4, 8})
    // expect: GS0107 `ROWS`
    static final int ROWS = 4;

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = ROWS;
    }
}
