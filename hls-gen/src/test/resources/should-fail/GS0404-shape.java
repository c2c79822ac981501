// Every array parameter has a shape.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(
            // expect: GS0404 `a`
            @In int[] a,
            // expect: GS0404 `b`
            @Out @Shape({}) int[] b,
            int n) {
        b[0] = a[0];
    }
}
