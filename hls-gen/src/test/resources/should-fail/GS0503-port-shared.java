// Processes run at the same time, so each memory port belongs to one.
import org.gatesmith.api.*;

class Example {
    static void even(int[] in, int[] out, int n) {
        for (int i = 0; i < n; i += 2) out[i] = in[i];
    }

    static void odd(int[] in, int[] out, int n) {
        for (int i = 1; i < n; i += 2) out[i] = in[i];
    }

    @Dataflow
    @Kernel("example")
    public static void run(@In @Shape("n") int[] in, @Out @Shape("n") int[] out, int n) {
        even(in, out, n);
        // expect: GS0503 `odd(in, out, n)`
        // expect: GS0503 `odd(in, out, n)`
        odd(in, out, n);
    }
}
