// Constraints that cannot be evaluated.
import org.gatesmith.api.*;

@Constraint({"ROWS <", "LANES > 1", "ROWS / 0 == 1"})
// expect: GS0108 `Example`
// expect: GS0108 `Example`
// expect: GS0108 `Example`
class Example {
    @Tunable({4, 8})
    static final int ROWS = 4;

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = ROWS;
    }
}
