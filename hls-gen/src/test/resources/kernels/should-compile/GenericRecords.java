import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Generic records and generic helpers whose types resolve statically. */
public final class GenericRecords {
    record Pair<A, B>(A first, B second) {
        Pair<B, A> swapped() {
            return new Pair<>(second, first);
        }

        <C> Pair<A, C> withSecond(C other) {
            return new Pair<>(first, other);
        }
    }

    record Point(int x, int y) {}

    private static <T> T pick(boolean c, T yes, T no) {
        return c ? yes : no;
    }

    private static <A, B> Pair<B, A> flip(Pair<A, B> p) {
        Pair<B, A> r = new Pair<>(p.second(), p.first());
        return r;
    }

    private static <T> Pair<T, T> twice(T value) {
        return new Pair<>(value, pick(true, value, value));
    }

    private static <T extends Number> int depth(T value, int levels) {
        if (levels == 0) return 1;
        return 1 + depth(value, levels - 1);
    }

    @Kernel("generic_records")
    public static void run(
            @In @Shape("n") int[] a,
            @In @Shape("n") float[] f,
            @Out @Shape({"n", "8"}) long[] out,
            @Out @Shape({"n", "2"}) float[] real,
            int n) {
        for (int k = 0; k < n; k++) {
            out[8 * k] = pick(a[k] > 0, a[k], 7);
            out[8 * k + 1] = pick(a[k] > 3, (long) a[k] << 20, 9L);
            real[2 * k] = pick(a[k] > 0, f[k], 2.5f);
            var p = flip(new Pair<>(a[k], f[k]));
            real[2 * k + 1] = p.first();
            out[8 * k + 2] = p.second() + p.swapped().first();
            Pair<Pair<Integer, Long>, Byte> nested = new Pair<>(new Pair<>(a[k], 5L), (byte) a[k]);
            out[8 * k + 3] = nested.first().second() + nested.second() + nested.swapped().first();
            Pair<Integer, Pair<Short, Short>> t = new Pair<>(1, 2).withSecond(twice((short) a[k]));
            out[8 * k + 4] = t.first() + t.second().second();
            Point q = pick(a[k] < 0, new Point(a[k], 1), new Point(2, a[k]));
            out[8 * k + 5] = q.x() * 3L + q.y();
            out[8 * k + 6] = depth(a[k], 3) + depth(1.5, 2);
            Integer boxed = a[k];
            boxed++;
            boxed += 2;
            Long wide = 3L * boxed;
            out[8 * k + 7] = wide + boxed;
        }
    }
}
