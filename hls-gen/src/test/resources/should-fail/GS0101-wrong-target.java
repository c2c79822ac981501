// Annotations at places where Java itself forbids them.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    // expect: GS0101 `@Pipeline`
    public static void run(@Out @Pipeline @Shape("n") int[] out, int n) {
        out[0] = 1;
    }
}
