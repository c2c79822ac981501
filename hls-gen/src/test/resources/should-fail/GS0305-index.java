// An index that is always outside its array.
import org.gatesmith.api.*;

class Example {
    static final int[] TABLE = {1, 2, 3};

    @Kernel("example")
    public static void run(@Out @Shape("4") int[] out, int n) {
        int[][] local = new int[2][3];
        // expect: GS0305 `local[2][0] = n`
        local[2][0] = n;
        // expect: GS0305 `TABLE[3]`
        out[0] = local[0][1] + TABLE[3];
        // expect: GS0305 `out[-1] = 1`
        out[-1] = 1;
    }
}
