// Pattern matching asks for a class at run time.
import org.gatesmith.api.*;

class Example {
    record Point(int x, int y) {}

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        Point p = new Point(n, n);
        // expect: GS0202 `p instanceof Point(int x, int y)`
        if (p instanceof Point(int x, int y)) {
            out[0] = x + y;
        }
        Integer boxed = n;
        // expect: GS0202 `boxed instanceof Integer i`
        out[1] = boxed instanceof Integer i ? i : 0;
    }
}
