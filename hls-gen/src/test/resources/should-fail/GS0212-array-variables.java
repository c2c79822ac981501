// A name stands for one memory all its life.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(@In @Shape("n") int[] a, @In @Shape("n") int[] b, @Out @Shape("n") int[] out, int n) {
        int[] x = new int[4];
        int[] y = new int[4];
        // expect: GS0212 `x = y`
        x = y;
        // expect: GS0212 `late`
        int[] late;
        // expect: GS0212 `n > 3 ? a : b`
        int[] chosen = n > 3 ? a : b;
        int[][] grid = new int[2][4];
        // expect: GS0212 `grid[0] = x`
        grid[0] = x;
        out[0] = a[0] + b[0];
    }
}
