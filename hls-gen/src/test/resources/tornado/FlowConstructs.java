import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Branches, loops and jumps that TornadoVM 4.0.1 compiles wrongly or not at all, one to a method. */
public final class FlowConstructs {

    private FlowConstructs() {}

    @Kernel("tornado_flow")
    public static void flow(
            @In @Shape("n") int[] a,
            @In @Shape("n") int[] b,
            @Out @Shape({"n", "14"}) int[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            int x = a[i];
            int y = b[i];
            int to = i * 14;
            out[to] = guarded(x, y);
            out[to + 1] = either(x, y);
            out[to + 2] = brokenOff(x);
            out[to + 3] = assignedBeforeBreak(x, y);
            out[to + 4] = returned(x, y);
            out[to + 5] = returnedFromNest(x, y);
            out[to + 6] = nested(x, y);
            out[to + 7] = switched(x);
            out[to + 8] = fallingThrough(x, y);
            out[to + 9] = doneLast(x);
            out[to + 10] = skipped(x, y);
            out[to + 11] = conditionalLoop(x, y);
            out[to + 12] = searching(x, y);
            out[to + 13] = labelled(x, y);
        }
    }

    /** Short-circuit, which keeps the quotient from being computed. */
    private static int guarded(int x, int y) {
        int result = 7;
        if (x > 0 && y != 0 && x / y > 2) {
            result = x;
        }
        return result;
    }

    private static int either(int x, int y) {
        int result = y;
        if (x == 0 || y == 0 || x % y == 1) {
            result = ~x;
        }
        return result;
    }

    private static int brokenOff(int x) {
        int found = -1;
        for (int i = 0; i < 32; i++) {
            if ((x >> i & 1) != 0) {
                found = i;
                break;
            }
        }
        return found;
    }

    private static int assignedBeforeBreak(int x, int y) {
        int last = 0;
        int sum = 0;
        for (int i = 0; i < 20; i++) {
            sum += y >> i;
            if (sum < x) {
                last = i * 3;
                sum = -sum;
                break;
            }
        }
        return sum ^ last;
    }

    private static int returned(int x, int y) {
        for (int i = 0; i < 16; i++) {
            if ((x >>> i) % 3 == (y & 1)) {
                return i * 5;
            }
        }
        return -7;
    }

    private static int returnedFromNest(int x, int y) {
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                if ((x >> i & 3) == (y >> j & 3)) {
                    return i * 4 + j;
                }
            }
        }
        return -1;
    }

    private static int nested(int x, int y) {
        int r;
        if (x < 0) {
            if (y < 0) {
                r = x > y ? x : y;
            } else {
                r = (y & 1) == 0 ? y / 2 : 3 * y + 1;
            }
            r ^= 5;
        } else if (x == y) {
            r = 1;
        } else {
            r = y > 100 ? y % 100 : x;
        }
        return r;
    }

    private static int switched(int x) {
        return switch (x & 7) {
            case 0 -> 11;
            case 1, 2 -> x;
            case 5 -> {
                int z = x * 3;
                yield z - 1;
            }
            default -> -x;
        };
    }

    private static int fallingThrough(int x, int y) {
        int result = y;
        switch (x & 3) {
            case 0:
                result += 5;
            case 1:
                result *= 3;
                break;
            case 2:
                result = -result;
                break;
            default:
                result = 9;
        }
        return result;
    }

    private static int doneLast(int x) {
        int rest = x;
        int steps = 0;
        do {
            rest = rest / 3;
            steps++;
        } while (rest != 0);
        return steps;
    }

    private static int skipped(int x, int y) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            if ((x >> i & 1) == 0) {
                continue;
            }
            sum += y >> i;
        }
        return sum;
    }

    private static int conditionalLoop(int x, int y) {
        int sum = y;
        if (x > 0) {
            for (int i = 0; i <= (y & 7); i++) {
                if (sum < 1000) {
                    sum = sum * 3 + i;
                }
            }
        }
        return sum;
    }

    private static int searching(int x, int y) {
        int low = 0;
        int high = 31;
        while (low < high) {
            int middle = (low + high) / 2;
            if ((x >>> middle) > (y & 0xff)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int labelled(int x, int y) {
        int count = 0;
        outer:
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                if ((x >> i & 1) == (y >> j & 1)) {
                    continue outer;
                }
                count += j;
            }
            if (count > 20) {
                break outer;
            }
        }
        return count;
    }
}
