// Directives out of range, on variables.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0214 `a`
        @Partition(dim = 3) int[][] a = new int[2][2];
        // expect: GS0214 `b`
        @Partition(kind = PartitionKind.CYCLIC) int[] b = new int[4];
        // expect: GS0214 `c`
        @Reshape(dim = -1) int[] c = new int[4];
        // expect: GS0214 `d`
        @Range(min = 0, max = 1) @UBits(1) int d = 0;
        // expect: GS0214 `i`
        for (@Unroll(factor = -2) int i = 0; i < 4; i++) out[i] = a[0][0] + b[0] + c[0] + d;
        // expect: GS0214 `i`
        for (@TripCount(min = 5, max = 4) int i = 0; i < n; i++) out[i] = 1;
        // expect: GS0214 `p`
        for (@Pipeline(ii = 0) int p = 0; p < n; p++) out[p] = 1;
        // expect: GS0214 `e`
        @Partition(dim = 1) @Partition(dim = 1, kind = PartitionKind.BLOCK, factor = 2) int[] e = new int[4];
        out[4] = e[0];
    }
}
