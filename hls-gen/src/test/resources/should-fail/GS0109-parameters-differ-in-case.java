// Parameters that only their case tells apart.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    // expect: GS0109 `A`
    public static void run(@In @Shape("n") int[] a, @Out @Shape("n") int[] A, int n) {
        A[0] = a[0];
    }
}
