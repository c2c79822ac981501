// A dataflow method returns nothing.
import org.gatesmith.api.*;

class Example {
    static void put(int[] out, int n) {
        out[0] = n;
    }

    @Dataflow
    // expect: GS0501 `inner`
    static int inner(int[] out, int n) {
        put(out, n);
        // expect: GS0501 `return 3;`
        return 3;
    }

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        int x = inner(out, n);
    }
}
