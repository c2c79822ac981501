package org.gatesmith.hls;

/** Members of a class with a kernel that no device has room for. */
public final class FarTooLarge {

    /** 4096 products of 32 bits, of three DSP blocks each, in a device with 9024. */
    public static final String PRODUCTS = """
            @Kernel("products")
            public static void products(
                    @In @Shape("n") int[] a, @In @Shape("4096") int[] w, @Out @Shape("n") int[] c, int n) {
                @Partition(dim = 1) int[] weights = new int[4096];
                for (@Pipeline int k = 0; k < 4096; k++) {
                    weights[k] = w[k];
                }
                for (@Pipeline int i = 0; i < n; i++) {
                    int sum = 0;
                    for (int j = 0; j < 4096; j++) {
                        sum += weights[j] * a[i];
                    }
                    c[i] = sum;
                }
            }
            """;

    private FarTooLarge() {}
}
