// A kernel takes numbers and one-dimensional arrays of numbers.
import org.gatesmith.api.*;

class Example {
    record Point(int x, int y) {}

    @Kernel("example")
    public static void run(
            @Out @Shape("n") int[] out,
            // expect: GS0301 `matrix`
            @In @Shape({"n", "n"}) int[][] matrix,
            // expect: GS0301 `points`
            @In @Shape("n") Point[] points,
            // expect: GS0301 `point`
            Point point,
            // expect: GS0301 `boxed`
            Integer boxed,
            // expect: GS0301 `fifo`
            IntFifo fifo,
            // expect: GS0301 `text`
            String text,
            // expect: GS0301 `words`
            @In @Shape("n") String[] words,
            int n) {
        out[0] = 1;
    }
}
