package org.gatesmith.hls.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.JavaKernel;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.schedule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimate of dataflow functions beside what Yosys 0.23 counted of the same Verilog, with the script of {@code build --synth}. */
class DataflowAreaTest {

    private static final String STREAMS = """
            @Kernel("streams") @Dataflow
            public static void run(
                    @In @Shape("n") int[] a, @In @Shape("n") int[] b, @Out @Shape("n") int[] c, @Out @Shape("n") long[] d, int n) {
                @Depth(16) IntFifo x = new IntFifo();
                IntFifo y = new IntFifo();
                @Depth(1024) LongFifo z = new LongFifo();
                @Depth(64) IntFifo w = new IntFifo();
                readA(a, x, n);
                readB(b, y, n);
                add(x, y, z, w, n);
                writeC(w, c, n);
                writeD(z, d, n);
            }
            static void readA(int[] a, IntFifo x, int n) {
                for (@Pipeline int i = 0; i < n; i++) {
                    x.write(a[i]);
                }
            }
            static void readB(int[] b, IntFifo y, int n) {
                for (@Pipeline int i = 0; i < n; i++) {
                    y.write(b[i]);
                }
            }
            static void add(IntFifo x, IntFifo y, LongFifo z, IntFifo w, int n) {
                for (@Pipeline int i = 0; i < n; i++) {
                    int p = x.read();
                    int q = y.read();
                    z.write((long) p * q);
                    w.write(p ^ q);
                }
            }
            static void writeC(IntFifo w, int[] c, int n) {
                for (@Pipeline int i = 0; i < n; i++) {
                    c[i] = w.read();
                }
            }
            static void writeD(LongFifo z, long[] d, int n) {
                for (@Pipeline int i = 0; i < n; i++) {
                    d[i] = z.read();
                }
            }
            """;

    private static final String FRAMES = """
            @Kernel("ping_pongs")
            public static void run(@In @Shape("n*256") int[] a, @Out @Shape("n*256") int[] b, int n) {
                for (int i = 0; i < n; i++) {
                    frame(a, b, i * 256, n);
                }
            }
            @Dataflow
            static void frame(int[] a, int[] b, int from, int n) {
                int[] tile = new int[256];
                int[] small = new int[64];
                load(a, tile, from);
                scale(tile, small, n);
                store(small, b, from);
            }
            static void load(int[] a, int[] tile, int from) {
                for (@Pipeline int i = 0; i < 256; i++) {
                    tile[i] = a[from + i];
                }
            }
            static void scale(int[] tile, int[] small, int n) {
                for (@Pipeline int i = 0; i < 64; i++) {
                    small[i] = tile[4 * i] + tile[4 * i + 1] + n;
                }
            }
            static void store(int[] small, int[] b, int from) {
                for (@Pipeline int i = 0; i < 64; i++) {
                    b[from + i] = small[i];
                }
            }
            """;

    private static ScheduledKernel schedule(String kernel) throws DiagnosticException {
        return JavaKernel.of(kernel).compile().scheduled(Schedules.board("u280"), 300, FloatOperators.SOFT);
    }

    private static Resources area(String kernel, String module) throws DiagnosticException {
        return schedule(kernel).design().module(module).resources();
    }

    @ParameterizedTest
    @CsvSource({"streams, 311, 157", "readA, 43, 101", "writeC, 37, 35", "writeD, 37, 35"})
    void processesAndTheirFifosTakeWhatSynthesisMakesOfThem(String module, long luts, long registers)
            throws DiagnosticException {
        Resources area = area(STREAMS, module);

        assertThat(area.lut()).isCloseTo(luts, Percentage.withPercentage(15));
        assertThat(area.ff()).isCloseTo(registers, Percentage.withPercentage(5));
    }

    @Test
    void fifosOfManyWordsTakeBlockRam() throws DiagnosticException {
        assertThat(area(STREAMS, "streams").bram18()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"frame, 256, 134", "scale, 74, 115", "store, 46, 69"})
    void framesThatOverlapTakeWhatSynthesisMakesOfThem(String module, long luts, long registers)
            throws DiagnosticException {
        Resources area = area(FRAMES, module);

        assertThat(area.lut()).isCloseTo(luts, Percentage.withPercentage(15));
        assertThat(area.ff()).isCloseTo(registers, Percentage.withPercentage(15));
    }

    /** Arbiters of two masters as Yosys counted them: one for reading, one for writing. */
    @Test
    void processesOnOneBundleHaveArbiters() throws DiagnosticException {
        Map<String, Schedule.Entry<Schedule.PortEdit>> oneBundle = Stream.of("a", "b", "c", "d")
                .collect(Collectors.toMap(
                        port -> port, _ -> new Schedule.Entry<>(new Schedule.PortEdit("all", null), Span.NONE)));
        Resources apart = schedule(STREAMS).ports();
        Resources joined = JavaKernel.of(STREAMS)
                .compile(new Schedule(Map.of(), Map.of(), Map.of(), Map.of(), oneBundle))
                .scheduled(Schedules.board("u280"), 300, FloatOperators.SOFT)
                .ports();

        assertThat(joined.lut()).isEqualTo(apart.lut() + 80 + 121 + 512 + 64 + 1);
        assertThat(joined.ff()).isEqualTo(apart.ff() + 75 + 94);
    }
}
