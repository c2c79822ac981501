package org.gatesmith.host.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.DataFault;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stage fails or the run is cancelled: everything stops, and a second run finishes what the first left. */
@Timeout(60)
class StreamerFaultTest {

    private static final int TILES = 12;
    private static final long BAD = 5;

    /** Remembers outcomes, and what had been stored when they came in. */
    private static final class Journal implements GroupLedger {

        private final Map<Long, GroupOutcome> outcomes = new HashMap<>();

        @Override
        public synchronized boolean isDone(long group) {
            return outcomes.containsKey(group);
        }

        @Override
        public synchronized void done(long group, GroupOutcome outcome) {
            assertThat(outcomes.put(group, outcome)).isNull();
        }
    }

    private static void assertNothingIsLeft(HookedCase tiles) {
        assertThat(tiles.threads).isNotEmpty().noneMatch(Thread::isAlive);
        assertThat(tiles.device.open()).isZero();
    }

    /** What the ledger has is stored, and a run with the same ledger and sinks completes the rest, bit for bit. */
    private static void assertResumes(HookedCase first, Journal journal) throws Exception {
        boolean[] stored = (boolean[]) first.problem.outputs.get("not");
        boolean[] expected = (boolean[]) first.problem.untiled().get("not");
        journal.outcomes
                .keySet()
                .forEach(group -> assertThat(stored[group.intValue()]).isEqualTo(expected[group.intValue()]));
        int finished = journal.outcomes.size();

        HookedCase second = new HookedCase(TILES, 2, (stage, tile) -> {});
        second.problem.ledger = journal;
        second.problem.sinks.putAll(first.problem.sinks);
        second.problem.sinks.put("not", ArrayInMemory.of(stored, List.of((long) TILES)));
        StreamResult result = second.streamer().run();

        assertThat(result.ending()).isEqualTo(StreamResult.Ending.COMPLETE);
        assertThat(result.skipped()).isEqualTo(finished);
        assertThat(second.device.runs()).isEqualTo(TILES - finished);
        assertThat(stored).isEqualTo(expected);
        assertThat(journal.outcomes).hasSize(TILES);
    }

    @ParameterizedTest
    @EnumSource(StreamStage.class)
    void aFailureEndsTheRunWithItsStageAndTileAndCanBeResumed(StreamStage failing) throws Exception {
        Journal journal = new Journal();
        HookedCase tiles = new HookedCase(TILES, 2, (stage, tile) -> {
            if (stage == failing && tile == BAD) {
                throw HookedCase.disk("broken");
            }
        });
        tiles.problem.ledger = journal;
        tiles.problem.options = tiles.problem.options.withWorkers(1);

        StreamResult result = tiles.streamer().run();

        assertThat(result.ending()).isEqualTo(StreamResult.Ending.FAILED);
        StreamFailure failure = result.failure().orElseThrow();
        assertThat(failure.stage()).isEqualTo(failing);
        assertThat(failure.tile()).isEqualTo(OptionalLong.of(BAD));
        assertThat(failure.describe())
                .startsWith(failing.title())
                .contains("tile 5 (n 5..5)")
                .endsWith("broken");
        assertThat(result.finished()).isEqualTo(journal.outcomes.size()).isLessThanOrEqualTo(BAD);
        assertNothingIsLeft(tiles);
        assertResumes(tiles, journal);
    }

    @ParameterizedTest
    @EnumSource(StreamStage.class)
    void cancellationEndsAStageThatWaitsAndTheRunCanBeResumed(StreamStage waiting) throws Exception {
        Journal journal = new Journal();
        AtomicReference<Streamer> streamer = new AtomicReference<>();
        HookedCase tiles = new HookedCase(TILES, 2, (stage, tile) -> {
            if (stage == waiting && tile == BAD) {
                streamer.get().cancel();
                new CountDownLatch(1).await();
            }
        });
        tiles.problem.ledger = journal;
        tiles.problem.options = tiles.problem.options.withWorkers(1);
        streamer.set(tiles.streamer());

        StreamResult result = streamer.get().run();

        assertThat(result.ending()).isEqualTo(StreamResult.Ending.CANCELLED);
        assertThat(result.failure()).isEmpty();
        assertNothingIsLeft(tiles);
        assertResumes(tiles, journal);
    }

    @ParameterizedTest
    @EnumSource(StreamStage.class)
    void aStageThatSwallowsItsInterruptIsInterruptedAgain(StreamStage waiting) throws Exception {
        AtomicReference<Streamer> streamer = new AtomicReference<>();
        HookedCase tiles = new HookedCase(TILES, 2, (stage, tile) -> {
            if (stage == waiting && tile == BAD) {
                streamer.get().cancel();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException _) {
                    // as careless code does
                }
            }
        });
        streamer.set(tiles.streamer());

        assertThat(streamer.get().run().ending()).isEqualTo(StreamResult.Ending.CANCELLED);
        assertNothingIsLeft(tiles);
    }

    @Test
    void anInterruptOfTheCallerCancels() throws Exception {
        Thread caller = Thread.currentThread();
        HookedCase tiles = new HookedCase(TILES, 2, (stage, tile) -> {
            if (stage == StreamStage.RUN && tile == BAD) {
                caller.interrupt();
                new CountDownLatch(1).await();
            }
        });

        StreamResult result = tiles.streamer().run();

        assertThat(Thread.interrupted()).as("the interrupt is not lost").isTrue();
        assertThat(result.ending()).isEqualTo(StreamResult.Ending.CANCELLED);
        assertNothingIsLeft(tiles);
    }

    @Test
    void aRunThatIsCancelledBeforeItBeginsEndsAtOnce() throws Exception {
        HookedCase tiles = new HookedCase(TILES, 2, (stage, tile) -> new CountDownLatch(1).await());
        Streamer streamer = tiles.streamer();
        streamer.cancel();

        assertThat(streamer.run().ending()).isEqualTo(StreamResult.Ending.CANCELLED);
    }

    @Test
    void cancellingACompleteRunChangesNothing() throws Exception {
        HookedCase tiles = new HookedCase(TILES, 2, (stage, tile) -> {});
        Streamer streamer = tiles.streamer();
        StreamResult result = streamer.run();
        streamer.cancel();

        assertThat(result.ending()).isEqualTo(StreamResult.Ending.COMPLETE);
    }

    @Test
    void aLedgerThatCannotRecordEndsTheRun() throws Exception {
        StreamCase problem = StreamCase.independent(TILES, 2);
        problem.ledger = new GroupLedger() {
            @Override
            public boolean isDone(long group) {
                return false;
            }

            @Override
            public void done(long group, GroupOutcome outcome) throws DataException {
                if (group == BAD) {
                    throw HookedCase.disk("no room in the journal");
                }
            }
        };

        StreamResult result = problem.on(new TestDevice(problem.kernel)).run();

        assertThat(result.failure().orElseThrow().describe())
                .isEqualTo("store of tile 5 (n 5..5): no room in the journal");
        assertThat(result.finished()).isEqualTo(BAD);
    }

    @Test
    void aProgrammingErrorInASourceIsReportedAndNotLost() throws Exception {
        StreamCase problem = StreamCase.independent(TILES, 2);
        problem.sources.put("flag", (slice, target) -> {
            throw new UnsupportedOperationException("not written yet");
        });

        StreamFailure failure =
                problem.on(new TestDevice(problem.kernel)).run().failure().orElseThrow();

        assertThat(failure.cause()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(failure.describe()).isEqualTo("load of tile 0 (n 0..0): not written yet");
    }

    @Test
    void aProblemOfOneTileIsNotCalledATile() throws Exception {
        StreamCase problem = StreamCase.independent(1, 2);
        TestDevice device = new TestDevice(problem.kernel) {
            @Override
            void before(int run, Map<String, Elements> arrays) throws DeviceException {
                throw failure("crashed");
            }
        };

        assertThat(problem.on(device).run().failure().orElseThrow().describe()).isEqualTo("run: crashed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheJavaMethodSaysOfAFailedTileGoesBeforeWhatTheDeviceSays(boolean deviceIsFirst) throws Exception {
        HookedCase tiles = new HookedCase(TILES, 2, (stage, tile) -> {
            if (stage == StreamStage.RUN && tile == BAD) {
                if (!deviceIsFirst) {
                    new CountDownLatch(1).await();
                }
                throw TestDevice.failure("SIGSEGV");
            }
        });
        boolean[] flags = new boolean[TILES];
        flags[(int) BAD] = true;
        tiles.problem.sources.put("flag", ArrayInMemory.of(flags, List.of((long) TILES)));
        Expectation healthy = tiles.problem.expectation;
        tiles.problem.expectation = new Expectation() {
            @Override
            public String name() {
                return "jvm";
            }

            @Override
            public void compute(List<Object> arguments, Duration limit) throws DeviceException {
                boolean isBad = ((boolean[]) arguments.getFirst())[0];
                if (isBad && deviceIsFirst && Thread.currentThread().getName().contains("verify")) {
                    awaitInterrupt();
                }
                if (isBad) {
                    throw new DeviceException(
                            DeviceFault.INDEX_OUT_OF_BOUNDS, Span.NONE, "index out of bounds: Index 7");
                }
                healthy.compute(arguments, limit);
            }
        };

        StreamFailure failure = tiles.streamer().run().failure().orElseThrow();

        assertThat(failure.stage()).isEqualTo(deviceIsFirst ? StreamStage.RUN : StreamStage.VERIFY);
        assertThat(failure.cause())
                .isInstanceOfSatisfying(
                        DeviceException.class, e -> assertThat(e.fault()).isEqualTo(DeviceFault.INDEX_OUT_OF_BOUNDS))
                .hasMessage("in tile 5 (n 5..5): index out of bounds: Index 7");
    }

    /** As a call of a kernel does that is ended early. */
    private static void awaitInterrupt() throws DeviceException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new DeviceException(DeviceFault.TIME_LIMIT, Span.NONE, "interrupted");
        }
    }

    @Test
    void aSequenceWithTooFewBuffersIsRejectedAndDoesNotHang() throws Exception {
        StreamCase problem = StreamCase.gemm();
        org.gatesmith.host.tile.TileSequence all = problem.tiles;
        org.gatesmith.host.tile.TileSequence tooFew = new org.gatesmith.host.tile.TileSequence() {
            @Override
            public long tiles() {
                return all.tiles();
            }

            @Override
            public long groups() {
                return all.groups();
            }

            @Override
            public org.gatesmith.host.tile.Tile tile(long index) {
                return all.tile(index);
            }

            @Override
            public int depth() {
                return all.depth();
            }

            @Override
            public int buffers(String array) {
                return 1;
            }

            @Override
            public long largestSlice(String array) {
                return all.largestSlice(array);
            }
        };
        StreamCase starved = new StreamCase(problem.kernel, problem.size, tooFew);

        StreamFailure failure =
                starved.on(new TestDevice(problem.kernel)).run().failure().orElseThrow();

        assertThat(failure.describe()).contains("needs another buffer for 'a'");
    }

    @Test
    void valuesOutsideAContractAreFoundWithTheirPlaceInTheWholeArray() throws Exception {
        TestKernel kernel = TestKernel.blur();
        Map<String, Long> size = Map.of("h", 6L, "w", 4L);
        StreamCase problem =
                new StreamCase(kernel, size, new SplitSequence(kernel, size, Map.of("h", 2L, "w", 4L), 2, 0));
        problem.sources.put("in", GeneratedSource.of(index -> index == 5 * 6 + 3 ? 1001 : 7, problem.shapes.get("in")));
        problem.verification = new Verification.None();

        StreamFailure failure =
                problem.on(new TestDevice(kernel)).run().failure().orElseThrow();

        assertThat(failure.cause())
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.fault()).isEqualTo(DataFault.CONTRACT_VALUE))
                .hasMessage("element [5][3] of 'in' is 1001, outside its contract 0 to 1000");
        assertThat(failure.describe()).startsWith("load of tile 1 (h 2..3, w 0..3): ");
    }

    @Test
    void warningsOfTheDeviceAreCountedAndNotRepeated() throws Exception {
        StreamCase problem = StreamCase.independent(TILES, 2);
        TestDevice device = new TestDevice(problem.kernel) {
            @Override
            List<String> warnings(int run) {
                return run % 3 == 0 ? List.of("values left in FIFO 'x'") : List.of();
            }
        };

        StreamResult result = problem.on(device).run();

        assertThat(result.warnings()).isEqualTo(Map.of("values left in FIFO 'x'", 4L));
        assertThat(result.deviceTime()).isEqualTo(Duration.ofMillis(TILES));
    }
}
