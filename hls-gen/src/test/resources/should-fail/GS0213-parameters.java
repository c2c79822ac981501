// Annotations for arrays on scalar parameters, and the other way round.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(
            @Out @Shape("n") int[] out,
            // expect: GS0213 `m`
            @In int m,
            // expect: GS0213 `n`
            @Shape("4") int n) {
        out[0] = m;
    }
}
