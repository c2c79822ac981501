// The chosen values are too many together.
// set: ROWS=8
import org.gatesmith.api.*;

@Constraint({"ROWS * COLS <= 32", "ROWS >= COLS"})
// expect: GS0108 `Example`
class Example {
    @Tunable({4, 8})
    static final int ROWS = 4;

    @Tunable({4, 8})
    static final int COLS = 8;

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = ROWS * COLS;
    }
}
