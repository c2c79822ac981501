import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Switch expressions: arrows, blocks with yield, old groups, inside other expressions, of several types. */
public final class SwitchExpressions {
    private static int twice(int x) {
        return switch (x) {
            case 1 -> 2;
            case 2 -> {
                int y = x;
                for (int i = 0; i < 4; i++) {
                    y *= 2;
                    if (y > 8) yield y;
                }
                yield -1;
            }
            default -> x * 2;
        };
    }

    @Kernel("switch_expressions")
    public static void run(
            @In @Shape("n") byte[] a,
            @Out @Shape({"n", "6"}) int[] out,
            @Out @Shape("n") double[] real,
            @Out @Shape("n") boolean[] odd,
            int n) {
        for (int k = 0; k < n; k++) {
            int x = a[k];
            out[6 * k] = twice(x & 3);
            out[6 * k + 1] = 1 + switch (x & 3) {
                case 0:
                    x += 5;
                case 1:
                    yield x;
                case 2:
                    if (x > 9) yield 9;
                default:
                    yield x > 0 ? 10 : -10;
            } * 2;
            byte narrow = switch (x & 1) {
                case 0 -> 1;
                default -> (byte) x;
            };
            out[6 * k + 2] = narrow;
            out[6 * k + 3] = switch (switch (x & 3) {
                case 0 -> 1;
                case 1 -> 2;
                default -> 3;
            }) {
                case 1 -> x++;
                case 2 -> {
                    x--;
                    yield x;
                }
                default -> switch (x & 4) {
                    case 0 -> 100;
                    default -> {
                        int y = 0;
                        while (true) {
                            y += 7;
                            if (y > x) yield y;
                        }
                    }
                };
            };
            out[6 * k + 4] = x;
            out[6 * k + 5] = k % 2 == 0 && switch (x) {
                case 0, 1 -> true;
                default -> x++ > 3;
            } ? x : -x;
            real[k] = switch (x & 3) {
                case 0 -> 1;
                case 1 -> 2.5f;
                case 2 -> 'x';
                default -> 1e300;
            };
            odd[k] = switch (x & 1) {
                case 0 -> false;
                default -> true;
            };
        }
    }
}
