// A recursion by constants that never ends.
import org.gatesmith.api.*;

class Example {
    static int up(int x) {
        // expect: GS0205 `up(x + 1)`
        return up(x + 1) + 1;
    }

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = up(0);
    }
}
