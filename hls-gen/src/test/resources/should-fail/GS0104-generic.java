// A generic method is not one piece of hardware.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    // expect: GS0104 `run`
    public static <T extends Number> void run(@Out @Shape("n") int[] out, int n) {
        out[0] = 1;
    }
}
