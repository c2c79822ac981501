// Annotations that change nothing where they stand.
import org.gatesmith.api.*;

class Example {
    @Range(min = 0, max = 9)
    // expect: GS0213 `LIMIT`
    static final int LIMIT = 5;

    // expect: GS0213 `x`
    static int helper(@In int x) {
        // expect: GS0213 `y`
        @Pipeline int y = x;
        // expect: GS0213 `z`
        @Unroll(factor = 2) int[] z = new int[2];
        // expect: GS0213 `depth`
        @Depth(4) int depth = 3;
        return y + z[0] + depth;
    }

    @Tolerance(ulp = 1)
    // expect: GS0213 `tolerant`
    static int tolerant(int x) {
        return x;
    }

    @NoInline
    @Kernel("example")
    // expect: GS0213 `run`
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0213 `s`
        @Partition(dim = 1) int s = 1;
        int[] a = new int[4];
        // expect: GS0213 `b`
        @Storage(StorageKind.BRAM) int[] b = a;
        // expect: GS0213 `c`
        @TripCount(max = 4) int c = 0;
        out[0] = LIMIT + helper(s) + tolerant(n) + a[0] + b[0] + c;
    }
}
