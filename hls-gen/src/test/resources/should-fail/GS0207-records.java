// What Java adds to records, and constructors with code of their own.
import org.gatesmith.api.*;

class Example {
    record Point(int x, int y) {}

    record Checked(int x) {
        Checked {
            if (x < 0) x = 0;
        }
    }

    record Other(int x, int y) {
        Other(int x) {
            this(x, x);
        }
    }

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        Point p = new Point(n, 1);
        // expect: GS0207 `p.equals(p)`
        out[0] = p.equals(p) ? 1 : 0;
        // expect: GS0207 `p.hashCode()`
        out[1] = p.hashCode();
        // expect: GS0207 `new Checked(n)`
        out[2] = new Checked(n).x();
        // expect: GS0207 `new Other(n)`
        out[3] = new Other(n).y();
    }
}
