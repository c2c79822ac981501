// Text belongs on the host.
import org.gatesmith.api.*;

class Example {
    static final String NAME = "kernel";

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0210 `s`
        String s = "n = " + n;
        // expect: GS0210 `NAME`
        out[0] = NAME.length();
        // expect: GS0210 `'a' + "b"`
        out[1] = ('a' + "b").length();
        // expect: GS0210 `"5"`
        out[2] = Integer.parseInt("5");
        // expect: GS0210 `x`
        StringBuilder x = new StringBuilder();
    }
}
