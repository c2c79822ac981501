// The kernel's class must not need an object.
import org.gatesmith.api.*;

class Example {
    class Inner {
        @Kernel("example")
        // expect: GS0104 `run`
        public static void run(@Out @Shape("n") int[] out, int n) {
            out[0] = 1;
        }
    }
}
