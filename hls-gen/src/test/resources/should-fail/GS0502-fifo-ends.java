// A FIFO joins one process that writes to another one that reads.
import org.gatesmith.api.*;

class Example {
    static void put(IntFifo f, int n) {
        for (int i = 0; i < n; i++) f.write(i);
    }

    static void get(IntFifo f, int[] out, int n) {
        for (int i = 0; i < n; i++) out[i] = f.read();
    }

    static void pass(IntFifo from, IntFifo to, int n) {
        for (int i = 0; i < n; i++) to.write(from.read());
    }

    static void idle(IntFifo f) {}

    @Dataflow
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0502 `new IntFifo()`
        IntFifo twice = new IntFifo();
        // expect: GS0502 `new IntFifo()`
        IntFifo loop = new IntFifo();
        // expect: GS0502 `new IntFifo()`
        IntFifo unread = new IntFifo();
        // expect: GS0502 `new IntFifo()`
        IntFifo unwritten = new IntFifo();
        // expect: GS0502 `new IntFifo()`
        IntFifo unused = new IntFifo();
        put(twice, n);
        put(twice, n);
        pass(loop, loop, n);
        put(unread, n);
        idle(unused);
        get(twice, out, n);
        pass(unwritten, unread, n);
    }
}
