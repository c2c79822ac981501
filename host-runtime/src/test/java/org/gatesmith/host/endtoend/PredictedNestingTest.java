package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of a dataflow function that a process calls use FIFOs of the processes around them. */
class PredictedNestingTest {

    @TempDir
    Path folder;

    /** What the inner processes wait for at FIFOs of the outer ones is not followed. */
    @Test
    void aDataflowFunctionWithFifosOfOthersIsEstimated() throws Exception {
        estimates("""
                @Kernel("k") @Dataflow
                public static void k(@In @Shape("64") short[] a, @Out @Shape("64") int[] o) {
                    IntFifo f = new IntFifo();
                    ShortFifo e = new ShortFifo();
                    read(a, e);
                    block(e, f);
                    write(f, o);
                }
                static void read(short[] a, ShortFifo e) {
                    for (@Pipeline int i = 0; i < 64; i++) { e.write(a[i]); }
                }
                @Dataflow static void block(ShortFifo e, IntFifo f) {
                    IntFifo z = new IntFifo();
                    get(e, z);
                    put(z, f);
                }
                static void get(ShortFifo e, IntFifo z) {
                    for (@Pipeline int i = 0; i < 64; i++) { z.write(e.read() * 3); }
                }
                static void put(IntFifo z, IntFifo f) {
                    for (@Pipeline int i = 0; i < 64; i++) { f.write(z.read() + i); }
                }
                static void write(IntFifo f, int[] o) {
                    for (@Pipeline int i = 0; i < 64; i++) { o[i] = f.read(); }
                }
                """, "");
    }

    @Test
    void aLoopOverADataflowFunctionWithFifosOfOthersIsEstimated() throws Exception {
        estimates("""
                @Kernel("k") @Dataflow
                public static void k(@In @Shape("64 * n") short[] a, @Out @Shape("64 * n") int[] o,
                        @Range(min = 1, max = 100) int n) {
                    IntFifo f = new IntFifo();
                    blocks(a, f, n);
                    write(f, o, n);
                }
                static void blocks(short[] a, IntFifo f, int n) {
                    for (int t = 0; t < n; t++) { block(a, f, t); }
                }
                @Dataflow static void block(short[] a, IntFifo f, int t) {
                    int[] z = new int[64];
                    get(a, z, t);
                    put(z, f);
                }
                static void get(short[] a, int[] z, int t) {
                    for (@Pipeline int i = 0; i < 64; i++) { z[63 - i] = a[t * 64 + i]; }
                }
                static void put(int[] z, IntFifo f) {
                    for (@Pipeline int i = 0; i < 64; i++) { f.write(z[i]); }
                }
                static void write(IntFifo f, int[] o, int n) {
                    for (@Pipeline int i = 0; i < 64 * n; i++) { o[i] = f.read(); }
                }
                """, "n=9");
    }

    private void estimates(String members, String sizes) throws Exception {
        PredictedCall call = PredictedCall.of(folder, members, "{}", "u280", sizes);

        assertThat(call.prediction().isExact()).isFalse();
        assertThat(call.prediction().deadlocks()).isEmpty();
        assertThat((double) call.prediction().cycles()).isCloseTo((double) call.simulated(), withinPercentage(10));
    }
}
