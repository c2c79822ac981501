// What the processes are given is computed from numbers alone.
import org.gatesmith.api.*;

class Example {
    static void put(IntFifo f, int n) {
        for (int i = 0; i < n; i++) f.write(i);
    }

    static void get(IntFifo f, int[] out, int n) {
        for (int i = 0; i < n; i++) out[i] = f.read();
    }

    static int count(int n) {
        return n;
    }

    @Dataflow
    @Kernel("example")
    public static void run(@In @Shape("n") int[] in, @Out @Shape("n") int[] out, int n) {
        IntFifo f = new IntFifo();
        // expect: GS0501 `in[0]`
        int first = in[0];
        // expect: GS0501 `count(n)`
        put(f, count(n));
        get(f, out, first);
    }
}
