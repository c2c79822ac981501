// Calls whose target depends on an object.
import org.gatesmith.api.*;

class Example {
    interface Shape2 {
        int area();
    }

    static int area(Shape2 shape) {
        return shape.area();
    }

    record Square(int side) implements Shape2 {
        public int area() {
            return side * side;
        }
    }

    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        out[0] = new Square(n).area();
        // expect: GS0301 `new Square(2)`
        out[1] = area(new Square(2));
        // expect: GS0206 `Native.twice(n)`
        out[2] = Native.twice(n);
    }

    static class Native {
        static native int twice(int x);
    }
}
