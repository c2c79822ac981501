// Choosing a value that the constant's type does not have.
// set: ROWS=300
import org.gatesmith.api.*;

class Example {
    @Tunable({4, 300})
    // expect: GS0107 `ROWS`
    static final byte ROWS = 4;

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = ROWS;
    }
}
