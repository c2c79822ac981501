// An initialiser that ends with an error, in a class that has no table.
import org.gatesmith.api.*;

class Example {
    static int depth = deeper(0);

    static int deeper(int x) {
        return deeper(x + 1) + 1;
    }

    @Kernel("example")
    // expect: GS0105 `run`
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = 1;
    }
}
