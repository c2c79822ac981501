// A tunable that permits no value.
import org.gatesmith.api.*;

class Example {
    @Tunable({})
    // expect: GS0214 `ROWS`
    static final int ROWS = 4;

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = ROWS;
    }
}
