// The same for an array that a dataflow method is given.
import org.gatesmith.api.*;

class Example {
    static void fill(int[] tile, int n) {
        for (int i = 0; i < tile.length; i++) tile[i] = n;
    }

    static void add(int[] tile, int n) {
        for (int i = 0; i < tile.length; i++) tile[i] += n;
    }

    @Dataflow
    static void both(int[] tile, int n) {
        fill(tile, n);
        // expect: GS0505 `add(tile, 3)`
        add(tile, 3);
    }

    @Kernel("example")
    public static void run(@Out @Shape("16") int[] out, int n) {
        int[] tile = new int[16];
        both(tile, n);
        out[0] = tile[1];
    }
}
