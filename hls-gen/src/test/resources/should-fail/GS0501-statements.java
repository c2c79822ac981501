// A dataflow method only declares and calls.
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
    public static void run(@Out @Shape("n") int[] out, int n) {
        IntFifo f = new IntFifo();
        // expect: GS0501 `count(n);`
        count(n);
        // expect: GS0501 `n++;`
        n++;
        // expect: GS0501 `if (n > 3) put(f, n);`
        if (n > 3) put(f, n);
        // expect: GS0501 `f.write(1);`
        f.write(1);
        // expect: GS0501 `unset`
        int unset;
        // expect: GS0501 `n--`
        int changed = n--;
        // expect: GS0501 `n += 2`
        put(f, n += 2);
        int[] array = new int[4];
        // expect: GS0501 `array`
        int[] alias = array;
        // expect: GS0501 `return;`
        return;
    }
}
