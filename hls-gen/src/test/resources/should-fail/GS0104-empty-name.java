// A kernel needs a name.
import org.gatesmith.api.*;

class Example {
    @Kernel("")
    // expect: GS0104 `run`
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = 1;
    }
}
