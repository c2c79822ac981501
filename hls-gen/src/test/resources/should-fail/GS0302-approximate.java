// The last bits of transcendental functions differ between targets.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(@In @Shape("n") double[] in, @Out @Shape("n") double[] out, int n) {
        double sum = 0;
        // expect: GS0302 `i`
        for (@Reassociate int i = 0; i < n; i++) {
            // expect: GS0302 `Math.exp(in[i])`
            out[i] = Math.exp(in[i]);
            // expect: GS0302 `Math.pow(in[i], 2)`
            sum += Math.pow(in[i], 2);
        }
        out[0] = sum;
    }
}
