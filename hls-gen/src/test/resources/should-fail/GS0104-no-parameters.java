// A kernel without parameters has nothing to write to.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    // expect: GS0104 `run`
    public static void run() {}
}
