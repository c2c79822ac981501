// Arrays that are not one rectangular memory.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0203 `new int[3][]`
        int[][] open = new int[3][];
        // expect: GS0203 `{{1, 2}, {3}}`
        int[][] ragged = {{1, 2}, {3}};
        int[] row = {1, 2};
        // expect: GS0203 `{row, row}`
        int[][] rows = {row, row};
        // expect: GS0203 `new int[2]`
        int[][] mixed = {new int[2], new int[2]};
        // expect: GS0203 `{}`
        int[] none = {};
        // expect: GS0203 `0`
        int[] zero = new int[0];
        // expect: GS0203 `2 - 3`
        int[] negative = new int[2 - 3];
        // expect: GS0203 `new byte[1 << 20][1 << 20]`
        byte[][] huge = new byte[1 << 20][1 << 20];
        out[0] = 1;
    }
}
