// Comparing boxed numbers and records compares references.
import org.gatesmith.api.*;

class Example {
    record Point(int x, int y) {}

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        Integer a = n;
        Integer b = 1000;
        // expect: GS0202 `a == b`
        boolean same = a == b;
        Point p = new Point(1, 2);
        // expect: GS0202 `p != p`
        boolean other = p != p;
        int[] x = new int[2];
        // expect: GS0202 `x == x`
        boolean third = x == x;
        out[0] = a < b ? 1 : 0;
    }
}
