// Statements without an equivalent in hardware.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0201 `assert n > 0;`
        assert n > 0;
        // expect: GS0201 `synchronized (Example.class) {`
        synchronized (Example.class) {
            out[0] = 1;
        }
        // expect: GS0201 `java.util.List.of(1, 2)`
        for (int x : java.util.List.of(1, 2)) {
            out[0] += x;
        }
    }
}
