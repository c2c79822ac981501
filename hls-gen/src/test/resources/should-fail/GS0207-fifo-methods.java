// FIFOs in hardware can be read, written and asked whether they are empty.
import org.gatesmith.api.*;

class Example {
    static void put(IntFifo f, int n) {
        for (int i = 0; i < n; i++) f.write(i);
    }

    static void get(IntFifo f, int[] out, int n) {
        // expect: GS0207 `f.toString()`
        f.toString();
        for (int i = 0; i < n; i++) out[i] = f.read();
    }

    @Dataflow
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        IntFifo f = new IntFifo();
        put(f, n);
        get(f, out, n);
    }
}
