// Hardware neither throws nor catches.
import org.gatesmith.api.*;

class Example {
    static int check(int x) {
        if (x < 0) {
            // expect: GS0204 `throw new IllegalArgumentException("negative");`
            throw new IllegalArgumentException("negative");
        }
        return x;
    }

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0204 `try {`
        try {
            out[0] = 1;
        } finally {
            out[1] = 2;
        }
        out[2] = check(n);
        out[3] = switch (n) {
            case 1 -> 2;
            // expect: GS0204 `throw new IllegalStateException();`
            default -> throw new IllegalStateException();
        };
    }
}
