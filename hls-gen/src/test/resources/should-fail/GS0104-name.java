// The kernel's name is that of a C++ function and of a Verilog module.
import org.gatesmith.api.*;

class Example {
    @Kernel("matrix-multiply")
    // expect: GS0104 `run`
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = 1;
    }
}
