// A tunable is a static final integer with a constant initialiser.
import org.gatesmith.api.*;

class Example {
    @Tunable({4, 8})
    // expect: GS0107 `ROWS`
    static final int ROWS = Integer.parseInt("4");

    @Tunable({4, 8})
    // expect: GS0107 `cols`
    static int cols = 4;

    @Tunable({4, 8})
    // expect: GS0107 `depth`
    final int depth = 4;

    @Tunable({1})
    // expect: GS0107 `FAST`
    static final boolean FAST = true;

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = ROWS;
    }
}
