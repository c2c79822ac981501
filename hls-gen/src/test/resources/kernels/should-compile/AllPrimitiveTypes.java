import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Ports and scalars of every primitive type. */
public final class AllPrimitiveTypes {
    @Kernel("all_primitive_types")
    public static void run(
            @In @Shape("n") boolean[] flags,
            @InOut @Shape("n") byte[] bytes,
            @InOut @Shape("n") short[] shorts,
            @InOut @Shape("n") char[] chars,
            @InOut @Shape("n") int[] ints,
            @InOut @Shape("n") long[] longs,
            @InOut @Shape("n") float[] floats,
            @InOut @Shape("n") double[] doubles,
            @Out @Shape("n") boolean[] positive,
            int n,
            boolean flag,
            byte b,
            short s,
            char c,
            int i,
            long l,
            float f,
            double d) {
        for (int k = 0; k < n; k++) {
            positive[k] = flags[k] ^ flag;
            bytes[k] = (byte) (bytes[k] + b);
            shorts[k] = (short) (shorts[k] - s);
            chars[k] = (char) (chars[k] * c);
            ints[k] = ints[k] ^ i;
            longs[k] = longs[k] + l * ints[k];
            floats[k] = floats[k] + f;
            doubles[k] = doubles[k] * d;
        }
    }
}
