// Java's own compiler speaks first: everything it rejects is reported with its own words.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        // expect: GS0101 `"text"`
        int x = "text";
        // expect: GS0101 `missing`
        out[0] = missing + x;
        // expect: GS0101 `1L`
        out[1L] = x;
    }
}
