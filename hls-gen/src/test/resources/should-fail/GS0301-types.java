// Types that hardware cannot hold.
import java.util.*;
import org.gatesmith.api.*;

class Example {
    enum Mode {
        A,
        B
    }

    record Holder(int[] values) {}

    record Node(int value, Node next) {}

    interface Marked {}

    record Point(int x) implements Marked {}

    // expect: GS0301 `mode`
    static int[] mode(int x) {
        int[] a = new int[2];
        return a;
    }

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0301 `m`
        Mode m = Mode.A;
        // expect: GS0203 `new ArrayList<>()`
        List<Integer> list = new ArrayList<>();
        // expect: GS0301 `object`
        Object object = 5;
        int[] a = new int[2];
        // expect: GS0301 `h`
        Holder h = new Holder(a);
        // expect: GS0301 `node`
        Node node = null;
        // expect: GS0301 `marked`
        Marked marked = new Point(3);
        // expect: GS0301 `fifos`
        IntFifo[] fifos = new IntFifo[2];
        // expect: GS0301 `objects`
        Object[] objects = new Object[2];
        int[] returned = mode(n);
        out[0] = 1;
    }
}
