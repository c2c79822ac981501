// A lambda that uses variables from outside is not one known method.
import java.util.function.*;
import org.gatesmith.api.*;

class Example {
    static int apply(IntUnaryOperator f, int x) {
        return f.applyAsInt(x);
    }

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0209 `n`
        out[0] = apply(x -> x + n, 3);
        int local = n * 2;
        IntUnaryOperator f = x -> {
            int y = x;
            // expect: GS0209 `local`
            return y * local;
        };
        out[1] = 1;
    }
}
