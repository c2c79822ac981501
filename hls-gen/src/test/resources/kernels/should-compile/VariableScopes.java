import java.util.function.IntUnaryOperator;
import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Variables of the same name in sibling scopes, helpers and lambdas; {@code var} and {@code final}. */
public final class VariableScopes {
    private static final int LIMIT = 5;

    private static int helper(int i) {
        int k = i * 2;
        {
            int n = k + 1;
            k += n;
        }
        for (int n = 0; n < 3; n++) k ^= n;
        return k;
    }

    private static int apply(IntUnaryOperator f, int x) {
        int y = x + 1;
        return f.applyAsInt(y) + y;
    }

    @Kernel("variable_scopes")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "4"}) int[] out, int n) {
        for (int k = 0; k < n; k++) {
            final var start = a[k];
            int sum = 0;
            for (int i = 0; i < 3; i++) {
                int t = start + i;
                sum += t;
            }
            for (int i = 5; i > 0; i--) {
                long t = start - i;
                sum ^= (int) t;
            }
            {
                int t = helper(sum);
                sum += t;
            }
            out[4 * k] = sum;
            final int LIMIT = 7;
            out[4 * k + 1] = sum % LIMIT + VariableScopes.LIMIT;
            out[4 * k + 2] = apply(x -> {
                int y = x * 3;
                int sums = y - LIMIT;
                return sums;
            }, sum);
            int late;
            if (start > 0) late = 1;
            else if (start < -5) late = 2;
            else {
                late = 3;
                late <<= 2;
            }
            var chosen = start > 0 ? late : (byte) late;
            out[4 * k + 3] = late + chosen;
        }
    }
}
