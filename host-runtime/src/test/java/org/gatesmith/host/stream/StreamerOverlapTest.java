package org.gatesmith.host.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stages work at the same time, and none gets further ahead than the rings allow. A serial run would hang here. */
@Timeout(60)
class StreamerOverlapTest {

    private static final int TILES = 12;

    private static CountDownLatch[] latches() {
        CountDownLatch[] latches = new CountDownLatch[TILES];
        java.util.Arrays.setAll(latches, i -> new CountDownLatch(1));
        return latches;
    }

    private static Stream<Arguments> neighbours() {
        return Stream.of(
                Arguments.of(StreamStage.RUN, StreamStage.LOAD),
                Arguments.of(StreamStage.RUN, StreamStage.TRANSFER),
                Arguments.of(StreamStage.TRANSFER, StreamStage.LOAD),
                Arguments.of(StreamStage.TRANSFER_BACK, StreamStage.RUN),
                Arguments.of(StreamStage.VERIFY, StreamStage.RUN),
                Arguments.of(StreamStage.STORE, StreamStage.RUN),
                Arguments.of(StreamStage.STORE, StreamStage.TRANSFER_BACK));
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void aStageIsAtTheNextTileWhileALaterStageIsAtThisOne(StreamStage later, StreamStage earlier) throws Exception {
        CountDownLatch[] begun = latches();
        HookedCase tiles = new HookedCase(TILES, 2, (stage, tile) -> {
            if (stage == earlier) {
                begun[(int) tile].countDown();
            } else if (stage == later && tile + 1 < TILES) {
                begun[(int) tile + 1].await();
            }
        });
        tiles.problem.options = tiles.problem.options.withWorkers(1);

        StreamResult result = tiles.streamer().run();

        assertThat(result.ending()).isEqualTo(StreamResult.Ending.COMPLETE);
        assertThat(result.passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void loadingGetsAsFarAheadAsThereAreBuffersAndNoFurther(int depth) throws Exception {
        AtomicLong loads = new AtomicLong();
        AtomicLong runs = new AtomicLong();
        AtomicLong furthest = new AtomicLong();
        // The tile that runs, those that wait on the device, and those in staging buffers.
        int room = 1 + (depth - 1) + depth;
        CountDownLatch[] begun = latches();
        HookedCase tiles = new HookedCase(TILES, depth, (stage, tile) -> {
            if (stage == StreamStage.LOAD) {
                furthest.accumulateAndGet(loads.incrementAndGet() - runs.get(), Math::max);
                begun[(int) tile].countDown();
            } else if (stage == StreamStage.RUN) {
                // Only now is the tile before this one through.
                begun[(int) Math.min(TILES - 1, tile + room - 1)].await();
                runs.set(tile);
            }
        });
        tiles.problem.verification = new Verification.None();

        tiles.streamer().run();

        // While the counter still says that tile t runs, tile t + 1 may have begun.
        assertThat(furthest.get()).isBetween((long) room, room + 1L);
    }

    @Test
    void severalGroupsAreVerifiedAtOnce() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        HookedCase tiles = new HookedCase(TILES, 2, (stage, tile) -> {
            if (stage == StreamStage.VERIFY) {
                both.countDown();
                both.await();
            }
        });
        tiles.problem.options = tiles.problem.options.withWorkers(2);

        assertThat(tiles.streamer().run().ending()).isEqualTo(StreamResult.Ending.COMPLETE);
    }

    @Test
    void aSliceThatLaterTilesUseIsLoadedAndTransferredOnce() throws Exception {
        StreamCase problem = StreamCase.gemm();
        problem.verification = new Verification.None();
        AtomicLong loads = new AtomicLong();
        TileSource a = problem.sources.get("a");
        problem.sources.put("a", (slice, target) -> {
            loads.incrementAndGet();
            a.read(slice, target);
        });

        StreamResult result = problem.on(new TestDevice(problem.kernel)).run();

        assertThat(loads.get()).as("4 stretches of m times 2 of k").isEqualTo(8);
        assertThat(problem.tiles.tiles()).isEqualTo(24);
        // every array once; c is of ints
        assertThat(result.timeline().bytes().toDevice()).isEqualTo(10 * 6 + 6 * 8 + 4 * 10 * 8);
        assertThat(result.timeline().bytes().fromDevice()).isEqualTo(4 * 10 * 8);
        assertThat(result.timeline().bytes().stored()).isEqualTo(4 * 10 * 8);
    }
}
