// Nor like a keyword of a target language.
import org.gatesmith.api.*;

class Example {
    @Kernel("module")
    // expect: GS0104 `run`
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = 1;
    }
}
