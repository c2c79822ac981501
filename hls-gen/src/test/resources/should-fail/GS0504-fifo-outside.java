// A FIFO without concurrent processes.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0504 `new IntFifo()`
        IntFifo f = new IntFifo();
        f.write(n);
        out[0] = f.read();
    }
}
