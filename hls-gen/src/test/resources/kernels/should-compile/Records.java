import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Records: nested, with methods, returned by helpers, assigned on some paths, carried by loops. */
public final class Records {
    record Complex(int re, int im) {
        static final Complex ZERO = new Complex(0, 0);

        static Complex of(int re) {
            return new Complex(re, 0);
        }

        Complex plus(Complex other) {
            return new Complex(re + other.re, im + other.im());
        }

        Complex times(Complex other) {
            return new Complex(this.re * other.re - im * other.im, re * other.im + im * other.re);
        }

        int norm() {
            return this.times(conjugate()).re();
        }

        Complex conjugate() {
            return new Complex(re, -im);
        }
    }

    record Line(Complex from, Complex to, boolean visible) {
        int length() {
            return to.plus(new Complex(-from.re, -from.im)).norm();
        }
    }

    record Doubled(int x) {
        public int x() {
            return 2 * x;
        }

        int raw() {
            return x;
        }
    }

    private static Complex power(Complex base, int exponent) {
        Complex result = Complex.of(1);
        for (int i = 0; i < exponent; i++) {
            result = result.times(base);
            if (result.norm() > 1000000) return Complex.ZERO;
        }
        return result;
    }

    @Kernel("records")
    public static void run(@In @Shape("n") byte[] a, @In @Shape("n") byte[] b, @Out @Shape({"n", "9"}) int[] out, int n) {
        Complex sum = Complex.ZERO;
        for (int k = 0; k < n; k++) {
            Complex z = new Complex(a[k], b[k]);
            sum = sum.plus(z);
            Complex w = power(z, k & 3);
            out[9 * k] = w.re();
            out[9 * k + 1] = w.im();
            if (a[k] > 0) {
                w = z.conjugate();
            } else if (b[k] > 0) {
                w = new Complex(w.im, w.re);
            }
            Complex chosen = b[k] > a[k] ? w : sum;
            out[9 * k + 2] = chosen.re - chosen.im;
            Line line = new Line(z, chosen, a[k] > b[k]);
            out[9 * k + 3] = line.length() + (line.visible() ? 1 : 0);
            out[9 * k + 4] = line.from().times(line.to()).norm();
            Complex shared = new Complex(a[k] + b[k], a[k] - b[k]);
            int re = shared.re();
            out[9 * k + 5] = re + shared.re() * 3 + shared.im();
            Doubled d = new Doubled(a[k]);
            out[9 * k + 6] = d.x() + d.raw();
            z = switch (a[k] & 3) {
                case 0 -> z.plus(z);
                case 1 -> {
                    if (b[k] > 0) yield sum;
                    yield new Complex(1, 2);
                }
                default -> Complex.of(b[k]);
            };
            out[9 * k + 7] = z.re() * 31 + z.im();
            Complex other;
            do {
                other = z;
                z = z.plus(Complex.of(1));
            } while (z.re() < 5);
            out[9 * k + 8] = other.re();
        }
    }
}
