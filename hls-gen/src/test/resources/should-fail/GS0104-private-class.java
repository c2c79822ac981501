// Nor be private.
import org.gatesmith.api.*;

class Example {
    private static class Hidden {
        @Kernel("example")
        // expect: GS0104 `run`
        public static void run(@Out @Shape("n") int[] out, int n) {
            out[0] = 1;
        }
    }
}
