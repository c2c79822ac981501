// A contract on the parameter of a lambda, which nothing checks.
import java.util.function.*;
import org.gatesmith.api.*;

class Example {
    static int apply(IntUnaryOperator f, int x) {
        return f.applyAsInt(x);
    }

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0213 `x`
        out[0] = apply((@Range(min = 0, max = 9) int x) -> x + 1, n);
    }
}
