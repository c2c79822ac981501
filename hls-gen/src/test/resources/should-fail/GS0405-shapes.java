// Shapes are integer expressions over scalar parameters and constants, with positive values.
import org.gatesmith.api.*;

class Example {
    static final int ZERO = 0;
    static final int[] TABLE = {3};

    @Kernel("example")
    public static void run(
            // expect: GS0405 `a`
            @In @Shape("n +") int[] a,
            // expect: GS0405 `b`
            @In @Shape("rows") int[] b,
            // expect: GS0405 `c`
            @In @Shape({"n", "n < 3"}) int[] c,
            // expect: GS0405 `d`
            @In @Shape("f") int[] d,
            // expect: GS0405 `e`
            @In @Shape("0") int[] e,
            // expect: GS0405 `g`
            @In @Shape("3 - 5") int[] g,
            // expect: GS0405 `h`
            @In @Shape("4 / ZERO") int[] h,
            // expect: GS0405 `i`
            @In @Shape("3000000000") int[] i,
            // expect: GS0405 `j`
            // expect: GS0405 `j`
            @In @Shape({"TABLE", ""}) int[] j,
            // expect: GS0405 `k`
            @In @Shape("99999999999 * 99999999999") int[] k,
            @Out @Shape("n") int[] out,
            int n,
            float f) {
        out[0] = 1;
    }
}
