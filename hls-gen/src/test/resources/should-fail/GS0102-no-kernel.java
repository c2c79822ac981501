// A class without a kernel.
// expect: GS0102
class Example {
    public static void run(int[] out, int n) {
        out[0] = n;
    }
}
