package org.gatesmith.host.cli;

/** Dataflow kernels that deadlock. */
public final class Deadlocks {

    /** Sends n elements through {@code early} before the first through {@code late}, which is read first. */
    public static final String SPLIT_AND_MERGE = """
            @Kernel("k")
            @Dataflow
            public static void k(
                    @In @Shape("n") int[] a, @Out @Shape("n") int[] b, @Range(min = 0, max = 100) int n) {
                IntFifo early = new IntFifo();
                IntFifo late = new IntFifo();
                split(a, early, late, n);
                merge(early, late, b, n);
            }

            static void split(int[] a, IntFifo early, IntFifo late, int n) {
                for (int i = 0; i < n; i++) {
                    early.write(a[i]);
                }
                for (int i = 0; i < n; i++) {
                    late.write(i);
                }
            }

            static void merge(IntFifo early, IntFifo late, int[] b, int n) {
                for (int i = 0; i < n; i++) {
                    b[i] = late.read() + early.read();
                }
            }
            """;

    private Deadlocks() {}
}
