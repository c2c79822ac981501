package org.gatesmith.host.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.tile.RandomNests.Sample;

/** What must hold of every plan, whatever the shapes, the halos, the tile sizes and the order of the loops. */
class TileNestPropertyTest {

    private static final int TRIES = 500;

    @Provide
    Arbitrary<Sample> nests() {
        return RandomNests.samples();
    }

    private static List<Tile> tiles(Sample sample) {
        return LongStream.range(0, sample.nest().tiles())
                .mapToObj(sample.nest()::tile)
                .toList();
    }

    @Property(tries = TRIES, seed = "1")
    void everyOutputElementBelongsToExactlyOneGroup(@ForAll("nests") Sample sample) {
        sample.signature()
                .arrays()
                .filter(array -> array.direction().isWritten())
                .forEach(array -> {
                    List<List<Long>> produced = new ArrayList<>();
                    for (Tile tile : tiles(sample)) {
                        if (tile.closesGroup()) {
                            produced.addAll(elements(tile.operand(array.name()).slice()));
                        }
                    }
                    assertThat(produced)
                            .doesNotHaveDuplicates()
                            .hasSize(Math.toIntExact(sample.size().elements(array)));
                });
    }

    @Property(tries = TRIES, seed = "1")
    void groupsAreRunsOfTilesThatWriteTheSameSlices(@ForAll("nests") Sample sample) {
        Tile before = null;
        for (Tile tile : tiles(sample)) {
            boolean isNext = before == null || before.group() != tile.group();
            assertThat(tile.opensGroup()).isEqualTo(isNext);
            if (before != null) {
                assertThat(before.closesGroup()).isEqualTo(isNext);
                assertThat(tile.group()).isEqualTo(before.group() + (isNext ? 1 : 0));
            }
            if (before != null && !isNext) {
                for (Parameter.Array array : sample.signature().arrays().toList()) {
                    if (array.direction().isWritten()) {
                        assertThat(tile.operand(array.name())).isEqualTo(before.operand(array.name()));
                    }
                }
            }
            before = tile;
        }
        assertThat(before).isNotNull();
        assertThat(before.closesGroup()).isTrue();
        assertThat(before.group()).isEqualTo(sample.nest().groups() - 1);
    }

    /** Each combination of units is worked on once: results are complete, and no product is added twice. */
    @Property(tries = TRIES, seed = "1")
    void everyCombinationOfUnitsIsInExactlyOneTile(@ForAll("nests") Sample sample) {
        List<TileLoop> loops = sample.nest().loops();
        Map<List<Long>, Integer> seen = new HashMap<>();
        for (Tile tile : tiles(sample)) {
            List<List<Long>> ranges = new ArrayList<>();
            for (TileLoop loop : loops) {
                ranges.add(unitsOf(sample, tile, loop));
            }
            product(ranges).forEach(units -> seen.merge(units, 1, Integer::sum));
        }
        long all = loops.stream().mapToLong(loop -> loop.dimension().units()).reduce(1, Math::multiplyExact);
        assertThat(seen.values()).hasSize(Math.toIntExact(all)).containsOnly(1);
    }

    /** The units of a tile along a loop, read from the slices alone: those of every array with the scalar must agree. */
    private static List<Long> unitsOf(Sample sample, Tile tile, TileLoop loop) {
        Set<List<Long>> found = new HashSet<>();
        loop.dimension().cuts().forEach((array, cut) -> {
            Slice slice = tile.operand(array).slice();
            long first = slice.origin().get(cut.dimension());
            long extent = slice.extents().get(cut.dimension());
            assertThat(first % cut.stride()).isZero();
            assertThat((extent - cut.halo()) % cut.stride()).isZero();
            found.add(LongStream.range(first / cut.stride(), (first + extent - cut.halo()) / cut.stride())
                    .boxed()
                    .toList());
        });
        assertThat(found).as("%s along %s", sample, loop.scalar()).hasSize(1);
        return found.iterator().next();
    }

    @Property(tries = TRIES, seed = "1")
    void slicesHaveTheShapesThatTheCallPromises(@ForAll("nests") Sample sample) {
        for (Tile tile : tiles(sample)) {
            for (Parameter.Array array : sample.signature().arrays().toList()) {
                List<Long> promised = array.shape().stream()
                        .map(extent -> extent.evaluate(tile.scalars()))
                        .toList();
                Slice slice = tile.operand(array.name()).slice();
                assertThat(slice.extents()).isEqualTo(promised);
                for (int i = 0; i < promised.size(); i++) {
                    assertThat(slice.origin().get(i)).isNotNegative();
                    assertThat(slice.origin().get(i) + promised.get(i))
                            .isLessThanOrEqualTo(sample.size().shape(array).get(i));
                }
            }
        }
    }

    @Property(tries = TRIES, seed = "1")
    void everyInputElementIsInSomeTile(@ForAll("nests") Sample sample) {
        sample.signature().arrays().forEach(array -> {
            Set<List<Long>> used = new HashSet<>();
            tiles(sample)
                    .forEach(tile ->
                            used.addAll(elements(tile.operand(array.name()).slice())));
            assertThat(used).hasSize(Math.toIntExact(sample.size().elements(array)));
        });
    }

    @Property(tries = TRIES, seed = "1")
    void aCopyIsOneSliceAndItsLastTileIsTheLastThatUsesIt(@ForAll("nests") Sample sample) {
        sample.signature().arrays().forEach(array -> {
            Map<Long, Slice> slices = new HashMap<>();
            Map<Long, Long> lastUse = new HashMap<>();
            Map<Long, Long> promised = new HashMap<>();
            for (Tile tile : tiles(sample)) {
                TileOperand operand = tile.operand(array.name());
                if (!slices.containsKey(operand.copy())) {
                    assertThat(operand.copy())
                            .as("numbers in order of first use")
                            .isEqualTo(slices.size());
                }
                assertThat(slices.merge(operand.copy(), operand.slice(), (old, _) -> old))
                        .isEqualTo(operand.slice());
                lastUse.put(operand.copy(), tile.index());
                assertThat(promised.merge(operand.copy(), operand.lastTile(), (old, _) -> old))
                        .isEqualTo(operand.lastTile());
            }
            assertThat(promised).isEqualTo(lastUse);
        });
    }

    @Property(tries = TRIES, seed = "1")
    void bytesAndTransfersAreThoseOfASimulation(@ForAll("nests") Sample sample) {
        for (TiledArray array : sample.nest().arrays()) {
            Set<Long> copies = new HashSet<>();
            long bytes = 0;
            long largest = 0;
            for (Tile tile : tiles(sample)) {
                TileOperand operand = tile.operand(array.array().name());
                largest = Math.max(largest, operand.slice().count());
                if (copies.add(operand.copy())) {
                    bytes += operand.slice().count() * array.array().type().bytes();
                }
            }
            assertThat(array.transfers()).isEqualTo(copies.size());
            assertThat(array.bytesMoved()).isEqualTo((double) bytes);
            assertThat(sample.nest().largestSlice(array.array().name())).isEqualTo(largest);
        }
    }

    @Property(tries = TRIES, seed = "1")
    void theDeviceNeverHoldsMoreSlicesThanThereAreBuffers(@ForAll("nests") Sample sample) {
        assertThatBuffersSuffice(sample, tiles(sample));
    }

    @Property(tries = TRIES, seed = "1")
    void buffersSufficeWhenFinishedGroupsAreSkipped(@ForAll("nests") Sample sample, @ForAll long seed) {
        Random random = new Random(seed);
        Set<Long> finished = new TreeSet<>();
        LongStream.range(0, sample.nest().groups())
                .filter(_ -> random.nextBoolean())
                .forEach(finished::add);
        assertThatBuffersSuffice(
                sample,
                tiles(sample).stream()
                        .filter(tile -> !finished.contains(tile.group()))
                        .toList());
    }

    /** While a tile runs, the copies of the next tiles arrive; a copy leaves when the tile behind its last one runs. */
    private static void assertThatBuffersSuffice(Sample sample, List<Tile> run) {
        for (Parameter.Array array : sample.signature().arrays().toList()) {
            Map<Long, Long> alive = new HashMap<>();
            int arrived = 0;
            for (int i = 0; i < run.size(); i++) {
                long now = run.get(i).index();
                alive.values().removeIf(lastTile -> lastTile < now);
                for (; arrived < Math.min(run.size(), i + sample.nest().depth()); arrived++) {
                    TileOperand operand = run.get(arrived).operand(array.name());
                    alive.put(operand.copy(), operand.lastTile());
                }
                assertThat(alive).containsKey(run.get(i).operand(array.name()).copy());
                assertThat(alive.size())
                        .as("%s of %s at tile %d", array.name(), sample, now)
                        .isLessThanOrEqualTo(sample.nest().buffers(array.name()));
            }
        }
    }

    private static List<List<Long>> elements(Slice slice) {
        List<List<Long>> ranges = new ArrayList<>();
        for (int i = 0; i < slice.extents().size(); i++) {
            long from = slice.origin().get(i);
            ranges.add(LongStream.range(from, from + slice.extents().get(i))
                    .boxed()
                    .toList());
        }
        return product(ranges);
    }

    private static List<List<Long>> product(List<List<Long>> ranges) {
        List<List<Long>> all = List.of(List.of());
        for (List<Long> range : ranges) {
            List<List<Long>> longer = new ArrayList<>();
            for (List<Long> prefix : all) {
                for (long value : range) {
                    List<Long> next = new ArrayList<>(prefix);
                    next.add(value);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }
}
