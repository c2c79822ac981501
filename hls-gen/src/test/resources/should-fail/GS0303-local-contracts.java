// The same for variables, helpers and record components.
import org.gatesmith.api.*;

class Example {
    // expect: GS0303 `weight`
    record Sample(@UBits(4) byte kind, @Range(min = 0, max = 1) float weight) {}

    // expect: GS0303 `x`
    static int helper(@Bits(12) byte x) {
        return x;
    }

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0303 `a`
        @UBits(32) int a = n;
        // expect: GS0303 `b`
        @Range(min = -1, max = 1) char[] b = new char[4];
        // expect: GS0303 `d`
        @Bits(4) double d = 1;
        Sample s = new Sample((byte) 3, 0.5f);
        out[0] = helper((byte) a) + b[0] + (int) d + s.kind();
    }
}
