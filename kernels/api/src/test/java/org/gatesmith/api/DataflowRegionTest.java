package org.gatesmith.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DataflowRegionTest {

    private static void count(IntFifo out, int n) {
        for (int i = 0; i < n; i++) {
            out.write(i);
        }
    }

    private static void twice(IntFifo in, IntFifo out, int n) {
        for (int i = 0; i < n; i++) {
            out.write(2 * in.read());
        }
    }

    private static void store(IntFifo in, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = in.read();
        }
    }

    private static int[] pipeline(int n, int depth) {
        IntFifo a = new IntFifo("a", depth);
        IntFifo b = new IntFifo("b", depth);
        int[] out = new int[n];
        DataflowRegion region = DataflowRegion.open("pipeline");
        region.process("count", () -> count(a, n));
        region.process("twice", () -> twice(a, b, n));
        region.process("store", () -> store(b, out));
        region.join();
        return out;
    }

    @Property(tries = 100, seed = "1")
    void everyElementPassesAPipelineOfAnyDepthOnceAndInOrder(
            @ForAll @IntRange(min = 0, max = 500) int n, @ForAll @IntRange(min = 1, max = 9) int depth) {
        int[] expected = new int[n];
        for (int i = 0; i < n; i++) {
            expected[i] = 2 * i;
        }
        assertThat(pipeline(n, depth)).isEqualTo(expected);
    }

    @Test
    void processesMayBeAddedInAnyOrder() {
        IntFifo a = new IntFifo("a", 2);
        int[] out = new int[10];
        DataflowRegion region = DataflowRegion.open("reversed");
        region.process("store", () -> store(a, out));
        region.process("count", () -> count(a, 10));
        region.join();

        assertThat(out).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void aWriterNeverRunsAheadOfItsFifo() {
        IntFifo a = new IntFifo("a", 3);
        List<Integer> ahead = new ArrayList<>();
        int[] written = {0};
        DataflowRegion region = DataflowRegion.open("bounded");
        region.process("count", () -> {
            for (int i = 0; i < 100; i++) {
                a.write(i);
                written[0]++;
            }
        });
        region.process("store", () -> {
            for (int i = 0; i < 100; i++) {
                ahead.add(written[0] - i);
                a.read();
            }
        });
        region.join();

        assertThat(ahead).allMatch(distance -> distance <= 3).contains(3);
    }

    @Test
    void aRegionWithoutProcessesEndsAtOnce() {
        DataflowRegion region = DataflowRegion.open("empty");
        region.join();
        assertThatThrownBy(region::join)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("dataflow region 'empty' was joined twice");
    }

    @Test
    void aProcessStartsOnlyAfterThoseItNames() {
        int[] local = new int[100];
        int[] sum = {0};
        IntFifo tick = new IntFifo("tick", 2);
        DataflowRegion region = DataflowRegion.open("array");
        region.process("fill", () -> {
            for (int i = 0; i < 100; i++) {
                local[i] = tick.read();
            }
        });
        region.process(
                "sum",
                () -> {
                    for (int value : local) {
                        sum[0] += value;
                    }
                },
                "fill");
        region.process("count", () -> count(tick, 100));
        region.join();

        assertThat(sum[0]).isEqualTo(4950);
    }

    @Test
    void namingAnUnknownEarlierProcessIsAnError() {
        DataflowRegion region = DataflowRegion.open("r");
        assertThatThrownBy(() -> region.process("b", () -> {}, "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("process 'b' is to start after 'a', which is not an earlier process of region 'r'");
    }

    @Test
    void twoProcessesOfOneNameAreAnError() {
        DataflowRegion region = DataflowRegion.open("r");
        region.process("a", () -> {});
        assertThatThrownBy(() -> region.process("a", () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("region 'r' has two processes named 'a'");
    }

    @Test
    void anInnerRegionMayStreamThroughFifosOfTheOuterOne() {
        IntFifo in = new IntFifo("in", 2);
        IntFifo out = new IntFifo("out", 2);
        int[] result = new int[64];
        DataflowRegion outer = DataflowRegion.open("outer");
        outer.process("count", () -> count(in, 64));
        outer.process("stage", () -> {
            IntFifo between = new IntFifo("between", 2);
            DataflowRegion inner = DataflowRegion.open("inner");
            inner.process("first", () -> twice(in, between, 64));
            inner.process("second", () -> twice(between, out, 64));
            inner.join();
        });
        outer.process("store", () -> store(out, result));
        outer.join();

        assertThat(result[63]).isEqualTo(4 * 63);
    }

    @Test
    void aProcessMayOpenARegionAgainAndAgain() {
        IntFifo in = new IntFifo("in", 2);
        int[] result = new int[100];
        DataflowRegion outer = DataflowRegion.open("outer");
        outer.process("count", () -> count(in, 100));
        outer.process("rows", () -> {
            for (int row = 0; row < 10; row++) {
                int first = 10 * row;
                IntFifo between = new IntFifo("between", 1);
                DataflowRegion inner = DataflowRegion.open("row");
                inner.process("twice", () -> twice(in, between, 10));
                inner.process("store", () -> {
                    for (int i = 0; i < 10; i++) {
                        result[first + i] = between.read();
                    }
                });
                inner.join();
            }
        });
        outer.join();

        assertThat(result[99]).isEqualTo(198);
    }

    @Test
    void theFirstExceptionIsRethrownAndTheOthersEnd() {
        IntFifo a = new IntFifo("a", 2);
        DataflowRegion region = DataflowRegion.open("r");
        region.process("count", () -> count(a, 1000));
        region.process("index", () -> store(a, new int[5]));
        region.process(
                "late",
                () -> {
                    throw new AssertionError("never started");
                },
                "index");
        region.process("fail", () -> {
            throw new ArrayIndexOutOfBoundsException("index 5");
        });

        assertThatThrownBy(region::join)
                .isInstanceOf(ProcessFailedException.class)
                .hasMessage("process 'fail' of dataflow region 'r' failed:"
                        + " java.lang.ArrayIndexOutOfBoundsException: index 5")
                .hasCauseInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @Test
    void aFailureInAnInnerRegionReachesTheOuterJoinWithItsOrigin() {
        IntFifo a = new IntFifo("a", 2);
        DataflowRegion outer = DataflowRegion.open("outer");
        outer.process("count", () -> count(a, 1000));
        outer.process("stage", () -> {
            DataflowRegion inner = DataflowRegion.open("inner");
            inner.process("waits", () -> store(a, new int[1001]));
            inner.process("fails", () -> {
                throw new ArithmeticException("/ by zero");
            });
            inner.join();
        });

        ProcessFailedException failure = catchThrowableOfType(ProcessFailedException.class, outer::join);

        assertThat(failure.process()).isEqualTo("stage");
        assertThat(failure.origin()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aFailureOutsideCancelsAnInnerRegionThatWaits() {
        IntFifo never = new IntFifo("never", 2);
        DataflowRegion outer = DataflowRegion.open("outer");
        outer.process("stage", () -> {
            DataflowRegion inner = DataflowRegion.open("inner");
            inner.process("waits", never::read);
            inner.process("later", () -> {}, "waits");
            inner.join();
        });
        outer.process("fails", () -> {
            throw new ArithmeticException("/ by zero");
        });

        assertThat(catchThrowableOfType(ProcessFailedException.class, outer::join)
                        .process())
                .isEqualTo("fails");
    }

    @Test
    void interruptingTheCallerCancelsTheProcesses() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        IntFifo never = new IntFifo("never", 2);
        Thread caller = Thread.ofPlatform().start(() -> {
            DataflowRegion region = DataflowRegion.open("poll");
            region.process("poll", () -> {
                running.countDown();
                while (never.isEmpty()) {
                    Thread.onSpinWait();
                }
            });
            try {
                region.join();
            } catch (CancellationException cancelled) {
                thrown.set(Thread.currentThread().isInterrupted() ? cancelled : new AssertionError("flag lost"));
            }
        });
        running.await();
        caller.interrupt();
        caller.join();

        assertThat(thrown.get())
                .isInstanceOf(CancellationException.class)
                .hasMessage("dataflow region 'poll' was interrupted");
    }

    @Test
    void aPollingProcessLetsTheOthersRun() {
        IntFifo a = new IntFifo("a", 2);
        IntFifo b = new IntFifo("b", 2);
        int[] sum = {0};
        DataflowRegion region = DataflowRegion.open("merge");
        region.process("merge", () -> {
            for (int received = 0; received < 30; ) {
                if (!a.isEmpty()) {
                    sum[0] += a.read();
                    received++;
                }
                if (!b.isEmpty()) {
                    sum[0] += b.read();
                    received++;
                }
            }
        });
        region.process("left", () -> count(a, 10));
        region.process("right", () -> count(b, 20));
        region.join();

        assertThat(sum[0]).isEqualTo(45 + 190);
    }

    @Test
    void aFifoWithTwoReadersIsAnError() {
        IntFifo a = new IntFifo("a", 2);
        DataflowRegion region = DataflowRegion.open("r");
        region.process("count", () -> count(a, 4));
        region.process("left", a::read);
        region.process("right", a::read);

        assertThatThrownBy(region::join)
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("FIFO 'a' is read by process 'left' and by process 'right';"
                        + " a FIFO joins one writer to one reader");
    }

    @Test
    void elementsLeftInAFifoCanBeReadAfterTheRegion() {
        IntFifo a = new IntFifo("a", 4);
        DataflowRegion region = DataflowRegion.open("r");
        region.process("count", () -> count(a, 3));
        region.join();

        assertThat(List.of(a.read(), a.read(), a.read())).containsExactly(0, 1, 2);
    }
}
