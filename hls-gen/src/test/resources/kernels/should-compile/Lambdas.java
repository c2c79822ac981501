import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Lambdas of expressions and blocks, with parameters that shadow nothing and are assigned inside. */
public final class Lambdas {
    interface Ternary {
        long apply(int a, long b, float c);
    }

    interface Sink {
        void accept(int[] into, int at);
    }

    private static int apply(IntBinaryOperator f, int a, int b) {
        return f.applyAsInt(a, f.applyAsInt(b, f.applyAsInt(a, b)));
    }

    private static long call(Ternary t, int x) {
        return t.apply(x, x, x);
    }

    private static void each(Sink sink, int[] into) {
        for (int i = 0; i < into.length; i++) sink.accept(into, i);
    }

    private static <T> T generic(UnaryOperator<T> f, T x) {
        return f.apply(f.apply(x));
    }

    @Kernel("lambdas")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "8"}) long[] out, int n) {
        for (int k = 0; k < n; k++) {
            out[8 * k] = apply((x, y) -> x * 10 + y, a[k], k);
            out[8 * k + 1] = apply((x, y) -> x > y ? x - y : y, a[k], 5);
            out[8 * k + 2] = call((x, y, z) -> (long) (x + y + z), a[k]);
            IntUnaryOperator steps = x -> {
                int count = 0;
                while (x != 1 && count < 10) {
                    x = (x & 1) == 0 ? x >> 1 : 3 * x + 1;
                    count++;
                    if (x < 0) return -count;
                }
                return count;
            };
            out[8 * k + 3] = steps.applyAsInt(a[k]);
            if (a[k] > 0) out[8 * k + 4] = steps.applyAsInt(27);
            else out[8 * k + 4] = steps.applyAsInt(k + 1) * 2;
            int[] filled = new int[5];
            each((into, at) -> into[at] = at * at, filled);
            each((into, at) -> {
                for (int i = 0; i < at; i++) into[i] += at;
            }, filled);
            out[8 * k + 5] = filled[0] + 10L * filled[1] + 100L * filled[2] + 1000L * filled[3] + 10000L * filled[4];
            out[8 * k + 6] = generic(x -> x + x, a[k]);
            IntPredicate odd = x -> (x & 1) != 0;
            out[8 * k + 7] = odd.test(a[k]) && odd.test(a[k] >> 1) ? generic(x -> x * x, 3L) : 0;
        }
    }
}
