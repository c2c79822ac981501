// The table's class cannot be initialised.
import org.gatesmith.api.*;

class Example {
    static final int[] TABLE = new int[4];

    static {
        TABLE[4] = 1;
    }

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0105 `TABLE`
        out[0] = TABLE[1];
    }
}
