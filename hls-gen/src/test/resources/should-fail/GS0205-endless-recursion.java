// A recursion whose depth depends on data.
import org.gatesmith.api.*;

class Example {
    static int factorial(int x) {
        // expect: GS0205 `factorial(x - 1)`
        return x <= 1 ? 1 : x * factorial(x - 1);
    }

    static int ping(int x, int y) {
        // expect: GS0205 `pong(x - 1, y)`
        return x == 0 ? y : pong(x - 1, y);
    }

    static int pong(int x, int y) {
        return ping(x, y + 1);
    }

    @Kernel("example")
    public static void run(@In @Shape("n") int[] in, @Out @Shape("n") int[] out, int n) {
        out[0] = factorial(in[0]);
        out[1] = ping(in[1], 3);
    }
}
