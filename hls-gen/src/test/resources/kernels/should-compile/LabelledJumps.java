import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Labelled {@code break} and {@code continue} out of nested loops. */
public final class LabelledJumps {
    @Kernel("labelled_jumps")
    public static void run(@In @Shape({"n", "6"}) byte[] a, @Out @Shape({"n", "4"}) int[] out, int n) {
        kernels:
        for (int k = 0; k < n; k++) {
            int sum = 0;
            int steps = 0;
            rows:
            for (int i = 0; i < 3; i++) {
                int j = 0;
                columns:
                while (true) {
                    steps++;
                    int x = a[6 * k + ((i + j) % 6)];
                    if (x == 0) continue kernels;
                    if (x > 110) break rows;
                    if (x < -110) continue rows;
                    do {
                        sum += j;
                        if (x > 60) break columns;
                        if ((x & 1) == 0) {
                            j++;
                            if (j > 3) continue rows;
                            continue columns;
                        }
                        x--;
                    } while (x > 50);
                    if (++j >= 3) break;
                }
                sum += 100;
            }
            out[4 * k] = sum;
            out[4 * k + 1] = steps;
            out[4 * k + 2] = 1;
            int last = 0;
            first: second: for (int i = 0; i < 5; i++) {
                for (int j = 0; ; j++) {
                    last = 10 * i + j;
                    if (j == i) continue second;
                    if (a[6 * k + i] > 90) break first;
                }
            }
            out[4 * k + 3] = last;
        }
    }
}
