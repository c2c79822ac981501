// The length of a port is a formula over the kernel's parameters, which a helper does not see.
import org.gatesmith.api.*;

class Example {
    static int sum(int[] values) {
        int sum = 0;
        // expect: GS0202 `values.length`
        for (int i = 0; i < values.length; i++) {
            sum += values[i];
        }
        return sum;
    }

    @Kernel("example")
    public static void run(@In @Shape("n") int[] in, @Out @Shape("n") int[] out, int n) {
        out[0] = sum(in);
    }
}
