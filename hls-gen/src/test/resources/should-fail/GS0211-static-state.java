// Hardware keeps nothing from one call to the next.
import org.gatesmith.api.*;

class Example {
    static int calls;
    static int[] history = new int[16];

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0211 `calls++`
        calls++;
        // expect: GS0211 `calls`
        out[0] = calls;
        // expect: GS0211 `history`
        history[0] = n;
    }
}
