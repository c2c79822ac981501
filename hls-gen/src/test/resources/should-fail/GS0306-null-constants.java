// Constants without a value that a ROM could hold.
import org.gatesmith.api.*;

class Example {
    record Gain(Integer factor, int offset) {}

    static final int[] NONE = null;
    static final int[][] RAGGED = {{1, 2}, {3}};
    static final int[][] OPEN = {{1}, null};
    static final int[] EMPTY = {};
    static final Integer BOXED = null;
    static final Integer[] HOLES = {1, null};
    static final Gain GAIN = new Gain(null, 1);
    static final Gain[] GAINS = {new Gain(1, 2), new Gain(null, 3)};

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0306 `NONE`
        out[0] = NONE[0];
        // expect: GS0306 `RAGGED`
        out[1] = RAGGED[0][1];
        // expect: GS0306 `OPEN`
        out[2] = OPEN[0][0];
        // expect: GS0306 `EMPTY`
        out[3] = EMPTY.length;
        // expect: GS0306 `BOXED`
        out[4] = BOXED;
        // expect: GS0306 `HOLES`
        out[5] = HOLES[0];
        // expect: GS0306 `GAIN`
        out[6] = GAIN.offset();
        // expect: GS0306 `GAINS`
        out[7] = GAINS[0].offset();
    }
}
