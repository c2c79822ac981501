import java.util.function.DoubleUnaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Functions passed as method references; conversions of the interface apply before and after. */
public final class MethodReferences {
    interface FloatFunction {
        float apply(float x);
    }

    interface Fold<T> {
        T apply(T left, T right);
    }

    private static int increment(int x) {
        return x + 1;
    }

    private static int square(int x) {
        return x * x;
    }

    private static double precise(double x) {
        return x / 3;
    }

    private static byte narrow(double x) {
        return (byte) x;
    }

    private static float half(double x) {
        return (float) (x / 2);
    }

    private static int twice(IntUnaryOperator f, int x) {
        return f.applyAsInt(f.applyAsInt(x));
    }

    private static int fold(IntBinaryOperator f, int[] values, int start) {
        int result = start;
        for (int v : values) result = f.applyAsInt(result, v);
        return result;
    }

    private static <T> T reduce(Fold<T> f, T a, T b, T c) {
        return f.apply(f.apply(a, b), f.apply(b, c));
    }

    private static long sum(Long a, Long b) {
        return a + b;
    }

    private static float onFloat(FloatFunction f, int x) {
        return f.apply(x);
    }

    @Kernel("method_references")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "7"}) long[] out, @Out @Shape({"n", "3"}) double[] real, int n) {
        for (int k = 0; k < n; k++) {
            int[] values = {a[k], 3, -5, a[k] >> 3};
            out[7 * k] = twice(MethodReferences::increment, a[k]);
            out[7 * k + 1] = twice(MethodReferences::square, a[k]);
            out[7 * k + 2] = fold(Math::max, values, Integer.MIN_VALUE);
            out[7 * k + 3] = fold(Integer::sum, values, 0);
            out[7 * k + 4] = reduce(MethodReferences::sum, 1L, (long) a[k], 3L);
            IntUnaryOperator f = MethodReferences::square;
            out[7 * k + 5] = f.applyAsInt(a[k]) + twice(f, 3);
            out[7 * k + 6] = fold(Math::min, values, Integer.MAX_VALUE);
            real[3 * k] = onFloat(MethodReferences::half, a[k]);
            DoubleUnaryOperator d = MethodReferences::precise;
            real[3 * k + 1] = d.applyAsDouble(a[k]);
            IntToDoubleFunction g = MethodReferences::narrow;
            real[3 * k + 2] = g.applyAsDouble(a[k]);
        }
    }
}
