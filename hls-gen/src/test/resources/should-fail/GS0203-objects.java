// Objects other than records, and arrays at other places than declarations.
import org.gatesmith.api.*;

class Example {
    static int sum(int[] values) {
        return values[0] + values[1];
    }

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0203 `new int[4]`
        out[2] = new int[4].length;
        // expect: GS0203 `new int[] {1, 2}`
        out[0] = sum(new int[] {1, 2});
        // expect: GS0203 `new IntFifo()`
        out[1] = new IntFifo().read();
    }
}
