// Functions that are chosen, changed or made at run time.
import java.util.function.*;
import org.gatesmith.api.*;

class Example {
    static final IntUnaryOperator NEGATE = x -> -x;

    static int inc(int x) {
        return x + 1;
    }

    static int dec(int x) {
        return x - 1;
    }

    static int count(int... values) {
        return values.length;
    }

    record Box(int v) {}

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        IntUnaryOperator f = Example::inc;
        if (n > 3) {
            // expect: GS0209 `f = Example::dec`
            f = Example::dec;
        }
        // expect: GS0209 `n > 4 ? Example::inc : Example::dec`
        IntUnaryOperator g = n > 4 ? Example::inc : Example::dec;
        // expect: GS0209 `NEGATE`
        out[0] = NEGATE.applyAsInt(n);
        // expect: GS0209 `f.andThen(Example::dec)`
        out[1] = f.andThen(Example::dec).applyAsInt(n);
        // expect: GS0209 `Box::v`
        ToIntFunction<Box> v = Box::v;
        IntUnaryOperator c = Example::count;
        // expect: GS0209 `c.applyAsInt(n)`
        out[2] = c.applyAsInt(n);
    }
}
