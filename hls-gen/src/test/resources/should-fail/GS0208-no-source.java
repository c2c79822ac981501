// A method of which only the class file is there.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0208 `org.gatesmith.api.Contracts.check(n, 0, 5, "n")`
        out[0] = org.gatesmith.api.Contracts.check(n, 0, 5, "n");
    }
}
