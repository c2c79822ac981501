// Nor be local to a method.
import org.gatesmith.api.*;

class Example {
    static void method() {
        class Local {
            @Kernel("example")
            // expect: GS0104 `run`
            public static void run(@Out @Shape("n") int[] out, int n) {
                out[0] = 1;
            }
        }
    }
}
