// An array between processes is filled by one and read by one after it.
import org.gatesmith.api.*;

class Example {
    static void fill(int[] tile, int n) {
        for (int i = 0; i < tile.length; i++) tile[i] = n;
    }

    static void store(int[] tile, int[] out) {
        for (int i = 0; i < tile.length; i++) out[i] = tile[i];
    }

    static void move(int[] from, int[] to) {
        for (int i = 0; i < to.length; i++) to[i] = from[i];
    }

    @Dataflow
    @Kernel("example")
    public static void run(@Out @Shape("16") int[] out, int n) {
        // expect: GS0505 `early`
        int[] early = new int[16];
        // expect: GS0505 `twice`
        int[] twice = new int[16];
        // expect: GS0505 `never`
        int[] never = new int[16];
        int[] fine = new int[16];
        move(early, fine);
        fill(early, n);
        fill(twice, n);
        fill(twice, 2);
        move(fine, twice);
        store(never, out);
    }
}
