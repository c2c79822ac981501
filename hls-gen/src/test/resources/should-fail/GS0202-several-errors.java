// One run reports the errors of all statements, in the order of the text.
import org.gatesmith.api.*;

class Example {
    static int helper(int x) {
        // expect: GS0207 `Math.cbrt(x)`
        return (int) Math.cbrt(x);
    }

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0203 `n`
        int[] local = new int[n];
        for (int i = 0; i < n; i++) {
            if (i > 3) {
                // expect: GS0202 `null`
                Integer none = null;
            } else {
                out[i] = helper(i);
            }
            local[i] = 3;
        }
        // expect: GS0210 `s`
        String s = "";
        out[0] = local[0];
    }
}
