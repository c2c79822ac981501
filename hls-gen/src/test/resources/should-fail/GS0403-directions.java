// Every array parameter has one direction.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(
            // expect: GS0403 `a`
            @Shape("n") int[] a,
            // expect: GS0403 `b`
            @In @Out @Shape("n") int[] b,
            int n) {
        b[0] = a[0];
    }
}
