// There are no null pointers in hardware.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0202 `null`
        Integer none = null;
        // expect: GS0202 `null`
        int[] array = null;
        out[0] = 1;
    }
}
