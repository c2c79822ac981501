// Numbers that annotations cannot take.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(
            @Out @Shape("n") int[] out,
            // expect: GS0214 `n`
            @Range(min = 5, max = 1) int n,
            // expect: GS0214 `m`
            @Bits(65) long m) {
        out[0] = 1;
    }
}
