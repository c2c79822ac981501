import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Records, interfaces and enums declared in the kernel's method and class. */
public final class LocalDeclarations {
    interface Shape2 {
        int WIDTH = 3;

        static int area(int h) {
            return WIDTH * h;
        }

        int side();

        default int doubled() {
            return 2 * side();
        }
    }

    record Square(int side) implements Shape2 {}

    record Odd(int side) implements Shape2 {
        @Override
        public int doubled() {
            return 2 * side + 1;
        }
    }

    static final class Deep {
        static final class Deeper {
            static int triple(int x) {
                return 3 * x;
            }
        }
    }

    @Kernel("local_declarations")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "3"}) int[] out, int n) {
        record Local(int x, int y) {
            static int count = 0;

            int sum() {
                return x + y;
            }
        }
        for (int k = 0; k < n; k++) {
            Local l = new Local(a[k], k);
            out[3 * k] = l.sum() + Shape2.area(a[k]);
            out[3 * k + 1] = new Square(a[k]).doubled() - new Odd(k).doubled();
            out[3 * k + 2] = Deep.Deeper.triple(a[k]);
        }
    }
}
