// The depth of a FIFO stands on its variable.
import org.gatesmith.api.*;

class Example {
    static void put(IntFifo f, int n) {
        for (int i = 0; i < n; i++) f.write(i);
    }

    static void get(IntFifo f, int[] out, int n) {
        for (int i = 0; i < n; i++) out[i] = f.read();
    }

    @Dataflow
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0203 `new IntFifo("f", 4)`
        IntFifo f = new IntFifo("f", 4);
        put(f, n);
        get(f, out, n);
    }
}
