// Choosing a tunable that the kernel's class does not have.
// set: COLUMNS=8
// expect: GS0106
import org.gatesmith.api.*;

class Example {
    @Tunable({4, 8})
    static final int ROWS = 4;

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = ROWS;
    }
}
