// A contract permits only values that the type has.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(
            @Out @Shape("n") int[] out,
            // expect: GS0303 `in`
            @In @Shape("n") @UBits(8) byte[] in,
            // expect: GS0303 `f`
            @Range(min = 0, max = 1) float f,
            // expect: GS0303 `flag`
            @Range(min = 0, max = 1) boolean flag,
            int n) {
        out[0] = in[0];
    }
}
