package org.gatesmith.hls.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.scheduler.ScheduledKernel;
import org.gatesmith.hls.scheduler.Schedules;
import org.junit.jupiter.api.Test;

final class CyclePredictionTest {

    private static final String FILL = """
            function kernel(%out: port<i32>, %n: i32) {
                %0: i32 = const 0
                for kernel.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] {
                    store %out[%i] = %i
                }
            }
            """;

    private static CyclePrediction predict(ScheduledKernel scheduled, Map<String, Long> scalars) {
        return CyclePrediction.of(scheduled.design(), scalars, scheduled.latency());
    }

    @Test
    void aPipelinedLoopTakesItsDepthAndAnIntervalForEveryFurtherIteration() {
        ScheduledKernel scheduled = Schedules.schedule(FILL);
        Unit.PipelinedLoop loop = Schedules.pipeline(scheduled.design());
        LoopCycles cycles = predict(scheduled, Map.of("n", 100L)).loop(loop);
        assertThat(cycles).isEqualTo(new LoopCycles(1, 100, 1 + 99 + loop.depth()));
    }

    @Test
    void aPipelinedLoopWithoutIterationsTakesOneCycle() {
        ScheduledKernel scheduled = Schedules.schedule(FILL);
        Unit.PipelinedLoop loop = Schedules.pipeline(scheduled.design());
        assertThat(predict(scheduled, Map.of("n", -5L)).loop(loop)).isEqualTo(new LoopCycles(1, 0, 1));
    }

    @Test
    void loopsWhoseLimitsDependOnOuterCountersAreFollowed() {
        ScheduledKernel scheduled = Schedules.schedule("""
                function kernel(%out: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    for kernel.i (%i: i32 = %0; %i < %n; %i += 1) {
                        for kernel.j (%j: i32 = %0; %j < %i; %j += 1) [pipeline 1] {
                            store %out[%j] = %i
                        }
                    }
                }
                """);
        Unit.PipelinedLoop inner = Schedules.pipeline(scheduled.design());
        CyclePrediction prediction = predict(scheduled, Map.of("n", 10L));
        assertThat(prediction.loop(inner).entries()).isEqualTo(10);
        assertThat(prediction.loop(inner).iterations()).isEqualTo(45);
        assertThat(prediction.isExact()).isTrue();
    }

    @Test
    void aBranchOnDataCountsItsLongerSideAndIsNoLongerExact() {
        ScheduledKernel scheduled = Schedules.schedule("""
                function kernel(%in: port<i32>, %out: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %1: i32 = load %in[%0]
                    %2: u1 = lt %1, %n
                    if %2 {
                        for kernel.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] {
                            store %out[%i] = %i
                        }
                    }
                }
                """);
        CyclePrediction prediction = predict(scheduled, Map.of("n", 50L));
        assertThat(prediction.isExact()).isFalse();
        assertThat(prediction.cycles()).isGreaterThan(50);
    }

    @Test
    void aBlockWaitsForWhatItReadsFromBoardMemory() {
        ScheduledKernel scheduled = Schedules.schedule("""
                function kernel(%in: port<i32>, %out: port<i32>) {
                    %0: i32 = const 0
                    %1: i32 = load %in[%0]
                    store %out[%0] = %1
                }
                """);
        Unit.Block block = (Unit.Block) Schedules.units(scheduled.design()).getFirst();
        assertThat(predict(scheduled, Map.of()).cycles())
                .isEqualTo(block.length()
                        + scheduled.latency().usual().read()
                        - 1
                        + scheduled.latency().usual().writer().settles(4, 0)
                        + scheduled.latency().control());
    }

    @Test
    void aLoopThatReadsWhatWasWrittenWaitsForThat() {
        ScheduledKernel scheduled = Schedules.schedule("""
                function kernel(%io: port<i32>, %out: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    for kernel.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] {
                        store %io[%i] = %i
                    }
                    for kernel.j (%j: i32 = %0; %j < %n; %j += 1) [pipeline 1] {
                        %1: i32 = load %io[%j]
                        store %out[%j] = %1
                    }
                }
                """);
        Unit.PipelinedLoop reading = (Unit.PipelinedLoop) Schedules.units(scheduled.design()).reversed().stream()
                .filter(Unit.PipelinedLoop.class::isInstance)
                .findFirst()
                .orElseThrow();
        long worked = 1L + 99 + reading.depth();
        assertThat(predict(scheduled, Map.of("n", 100L)).loop(reading).cycles())
                .isEqualTo(worked + scheduled.latency().usual().writer().settles(400, 99));
    }

    @Test
    void aCallThatWritesNothingWaitsForNoMemory() {
        ScheduledKernel scheduled = Schedules.schedule(FILL);
        Unit.Block entry = (Unit.Block) Schedules.units(scheduled.design()).getFirst();
        assertThat(predict(scheduled, Map.of("n", 0L)).cycles())
                .isEqualTo(entry.length() + 1 + scheduled.latency().control());
    }

    @Test
    void aLoopThatEndsOnItsOwnNumbersIsFollowed() {
        ScheduledKernel scheduled = Schedules.schedule("""
                function kernel(%out: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %r: i32 = while kernel.w carry (%a: i32 = %n) {
                        %2: u1 = gt %a, %0
                        yield %2, %a
                    } do (%b: i32) {
                        %3: i32 = shr %b, %1
                        yield %3
                    }
                    store %out[%0] = %r
                }
                """);
        CyclePrediction prediction = predict(scheduled, Map.of("n", 1000L));
        Unit loop = Schedules.units(scheduled.design()).stream()
                .filter(Unit.ConditionLoop.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(prediction.loop(loop).iterations()).isEqualTo(10);
        assertThat(prediction.isExact()).isTrue();
    }

    @Test
    void aMissingScalarIsNamed() {
        assertThatThrownBy(() -> predict(Schedules.schedule(FILL), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("n");
    }

    private static String copy(String index) {
        return """
                function kernel(%in: port<i32>, %out: port<i32>, %n: i32, %k: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    for kernel.i (%i: i32 = %0; %i < %n; %i += 1) {
                        INDEX
                        %v: i32 = load %in[%x]
                        store %out[%i] = %v
                    }
                }
                """.replace("INDEX", index);
    }

    private static CyclePrediction ofCopy(String index, long n) {
        return predict(Schedules.schedule(copy(index)), Map.of("n", n, "k", 5L));
    }

    private static long loopOfCopy(String index, long n) {
        ScheduledKernel scheduled = Schedules.schedule(copy(index));
        Unit loop = Schedules.units(scheduled.design()).stream()
                .filter(Unit.CountedLoop.class::isInstance)
                .findFirst()
                .orElseThrow();
        return predict(scheduled, Map.of("n", n, "k", 5L)).loop(loop).cycles();
    }

    /** Sixteen elements of four bytes are a beat of the U280. */
    @Test
    void onlyTheFirstReadOfABeatWaitsForTheMemory() {
        String next = "%x: i32 = add %i, %0";
        int read = Schedules.schedule(copy(next)).latency().usual().read();
        long first = loopOfCopy(next, 1);
        long sixteenth = loopOfCopy(next, 16);

        long held = (sixteenth - first) / 15;
        assertThat(held).isBetween(4L, 10L);
        assertThat(loopOfCopy(next, 17) - sixteenth).isEqualTo(held + read - 4);
        assertThat(ofCopy(next, 17).isExact()).isTrue();
    }

    /** The reads begin with the sixth element of a beat. */
    @Test
    void aReadThatBeginsSomewhereInABeatFindsTheRestOfIt() {
        String later = "%x: i32 = add %i, %k";
        int read = Schedules.schedule(copy(later)).latency().usual().read();
        long held = loopOfCopy(later, 11) - loopOfCopy(later, 10);

        assertThat(held).isBetween(4L, 10L);
        assertThat(loopOfCopy(later, 12) - loopOfCopy(later, 11)).isEqualTo(held + read - 4);
        assertThat(ofCopy(later, 12).isExact()).isTrue();
    }

    /** Two reads of a port make its reader fetch beats by turns, unless they are in one. */
    @Test
    void readsOfAPortThatTakeTurnsWaitWhereTheyAreInDifferentBeats() {
        String both = """
                %far: i32 = add %i, %k
                %w: i32 = load %in[%far]
                store %out[%k] = %w
                %x: i32 = add %i, %0
                """;
        int read = Schedules.schedule(copy(both)).latency().usual().read();

        assertThat(loopOfCopy(both, 11) - loopOfCopy(both, 10)).isLessThan(read);
        assertThat(loopOfCopy(both, 13) - loopOfCopy(both, 12)).isGreaterThan(2L * read);
        assertThat(ofCopy(both, 13).isExact()).isTrue();
    }

    @Test
    void aReadAtAnIndexThatWasReadIsNotExact() {
        String listed = """
                %w: i32 = load %in[%i]
                %x: i32 = add %w, %0
                """;
        assertThat(ofCopy(listed, 3).isExact()).isFalse();
    }

    @Test
    void theOnlyReadOfAPortWaitsWhereverItIs() {
        CyclePrediction prediction = predict(Schedules.schedule("""
                function kernel(%in: port<i32>, %list: port<i32>, %out: port<i32>) {
                    %0: i32 = const 0
                    %x: i32 = load %list[%0]
                    %y: i32 = load %in[%x]
                    store %out[%0] = %y
                }
                """), Map.of());
        assertThat(prediction.isExact()).isTrue();
    }

    /** Beyond what is followed one by one, the beats are counted. */
    @Test
    void aLongLoopTakesAsLongAsItsBeats() {
        String next = "%x: i32 = add %i, %0";
        long ofBeat = loopOfCopy(next, 32) - loopOfCopy(next, 16);

        assertThat(loopOfCopy(next, 1 << 20)).isEqualTo(loopOfCopy(next, 16) + ((1 << 16) - 1) * ofBeat);
    }

    /** Both writes are on their way while the block waits for what it reads. */
    @Test
    void whatIsWrittenBeforeAReadGoesOnWhileTheReadWaits() {
        String kernel = """
                function kernel(%%in: port<i32>, %%out: port<i32>) {
                    %%0: i32 = const 0
                    %%1: i32 = const 1
                    store %%out[%%0] = %%0
                    %%x: i32 = load %%in[%%0]
                    %%y: i32 = load %%%s[%%1]
                    store %%in[%%1] = %%y
                }
                """;
        ScheduledKernel scheduled = Schedules.schedule(kernel.formatted("in"));
        long once = predict(scheduled, Map.of()).cycles();
        long afterWrite =
                predict(Schedules.schedule(kernel.formatted("out")), Map.of()).cycles();

        assertThat(afterWrite - once)
                .isLessThan(2L * scheduled.latency().usual().read());
    }

    @Test
    void aLoopWaitsOnlyForWritesToThePortThatItReads() {
        String read = """
                function kernel(%%a: port<i32>, %%b: port<i32>, %%out: port<i32>) {
                    %%0: i32 = const 0
                    %%8: i32 = const 8
                    store %%%s[%%0] = %%8
                    for kernel.i (%%i: i32 = %%0; %%i < %%8; %%i += 1) [pipeline 1] {
                        %%x: i32 = load %%a[%%i]
                        store %%out[%%i] = %%x
                    }
                    store %%b[%%0] = %%0
                    store %%a[%%0] = %%0
                }
                """;
        long same = predict(Schedules.schedule(read.formatted("a")), Map.of()).cycles();
        long other = predict(Schedules.schedule(read.formatted("b")), Map.of()).cycles();

        assertThat(same).isGreaterThan(other + 20);
    }

    @Test
    void aLoopThatDataEndIsNamedWithTheIterationsItWasCountedWith() {
        ScheduledKernel scheduled = Schedules.schedule("""
                function kernel(%in: port<i32>, %out: port<i32>) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %n: i32 = load %in[%0]
                    %r: i32 = while kernel.w carry (%a: i32 = %n) {
                        %2: u1 = gt %a, %0
                        yield %2, %a
                    } do (%b: i32) {
                        %3: i32 = shr %b, %1
                        yield %3
                    }
                    store %out[%0] = %r
                }
                """);
        assertThat(predict(scheduled, Map.of()).guesses())
                .singleElement()
                .satisfies(guess -> assertThat(guess.text())
                        .contains(
                                "loop 'kernel.w'",
                                "counted with 1 iteration each time",
                                "\"kernel.w\": {\"tripCount\""));
    }
}
