// C++ keeps names with two underscores for itself.
import org.gatesmith.api.*;

class Example {
    @Kernel("my__kernel")
    // expect: GS0104 `run`
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = 1;
    }
}
