// A static array is a table of constants.
import org.gatesmith.api.*;

class Example {
    static final int[] TABLE = {1, 2, 3};

    static void fill(int[] into) {
        // expect: GS0211 `into[0] = 1`
        into[0] = 1;
    }

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        for (int i = 0; i < 3; i++) {
            // expect: GS0211 `TABLE[i]++`
            TABLE[i]++;
        }
        fill(TABLE);
        out[0] = TABLE[0];
    }
}
