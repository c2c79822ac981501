// Only records have fields that differ from object to object.
import org.gatesmith.api.*;

class Example {
    int field = 3;

    static final Example INSTANCE = new Example();

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0301 `INSTANCE`
        out[0] = INSTANCE.field;
        // expect: GS0203 `new Example()`
        out[1] = new Example().field;
        // expect: GS0202 `Color.RED`
        switch (Color.RED) {
            default -> out[1] = 1;
        }
        // expect: GS0207 `Color.RED.ordinal()`
        out[2] = Color.RED.ordinal();
    }

    enum Color {
        RED
    }
}
