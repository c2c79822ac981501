// The kernel's name is that of a Verilog module, which tools read as SystemVerilog.
import org.gatesmith.api.*;

class Example {
    @Kernel("sequence")
    // expect: GS0104 `run`
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = 1;
    }
}
