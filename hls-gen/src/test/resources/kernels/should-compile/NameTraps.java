import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Names that mean something in C++, Verilog or to the compiler itself, and names beyond ASCII. */
public final class NameTraps {
    private static int template(int register, int signed) {
        int union = register ^ signed;
        int result = union + 1;
        int returned = result * 2;
        boolean stop = returned > 5;
        return stop ? returned : -union;
    }

    private static int main(int delete) {
        return delete + 1;
    }

    @Kernel("name_traps")
    public static void run(
            @In @Shape("größe") int[] module, @Out @Shape({"größe", "2"}) int[] wire, int größe, int reg, int self) {
        for (int $ = 0; $ < größe; $++) {
            int skip = 0;
            int left = module[$];
            for (int typedef = 0; typedef < 3; typedef++) {
                if ((left & 1) == 0) continue;
                skip += typedef;
                left >>= 1;
            }
            int entered = template(left, reg);
            int _x = main(skip) + self;
            int π = 3;
            wire[2 * $] = entered + _x * π;
            int ap_int = 5, hls = 6, x$y = 7;
            wire[2 * $ + 1] = ap_int * hls - x$y + skip;
        }
    }
}
