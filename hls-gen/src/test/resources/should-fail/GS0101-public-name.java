// A public class must stand in a file of its name.
import org.gatesmith.api.*;

// expect: GS0101 `class Other {`
public class Other {
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = 1;
    }
}
