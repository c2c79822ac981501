// Methods of the Java library that hardware does not have.
import org.gatesmith.api.*;

class Example {
    static int sum(int... values) {
        return values.length;
    }

    @Kernel("example")
    public static void run(@InOut @Shape("n") int[] data, int n) {
        // expect: GS0207 `System.nanoTime()`
        long t = System.nanoTime();
        // expect: GS0207 `Math.addExact(n, 1)`
        data[0] = Math.addExact(n, 1);
        // expect: GS0207 `Math.random()`
        data[1] = (int) Math.random();
        // expect: GS0207 `System.arraycopy(data, 0, data, 1, n)`
        System.arraycopy(data, 0, data, 1, n);
        // expect: GS0207 `java.util.Arrays.fill(data, 0)`
        java.util.Arrays.fill(data, 0);
        // expect: GS0207 `sum(1, 2, 3)`
        data[2] = sum(1, 2, 3);
        // expect: GS0207 `data.clone()`
        int[] copy = data.clone();
        // expect: GS0207 `java.util.List.of(1, 2, 3)`
        data[3] = java.util.List.of(1, 2, 3).size();
        // expect: GS0207 `Character.isDigit('x')`
        if (Character.isDigit('x')) data[4] = 1;
        // expect: GS0207 `Math.signum(1.5)`
        data[5] = (int) Math.signum(1.5);
        // expect: GS0207 `java.util.stream.IntStream.range(0, 4)`
        data[6] = java.util.stream.IntStream.range(0, 4).sum();
        // expect: GS0207 `Thread.currentThread().interrupt()`
        Thread.currentThread().interrupt();
        Integer boxed = n;
        // expect: GS0207 `boxed.intValue()`
        data[7] = boxed.intValue();
        // expect: GS0207 `System.out.println(n)`
        System.out.println(n);
    }
}
