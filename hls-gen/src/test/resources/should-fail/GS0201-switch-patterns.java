// Switches on what is no integer constant.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        Integer boxed = n;
        switch (boxed) {
            // expect: GS0201 `Integer i`
            case Integer i when i > 0 -> out[0] = 1;
            default -> out[0] = 2;
        }
    }
}
