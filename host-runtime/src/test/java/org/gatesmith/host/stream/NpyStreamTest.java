package org.gatesmith.host.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.DataFault;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.NpyFile;
import org.gatesmith.host.data.NpyWriter;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.tile.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs from and to files, and what happens when the files misbehave. */
@Timeout(60)
class NpyStreamTest {

    @TempDir
    private Path folder;

    private final TestKernel kernel = TestKernel.gemm();

    /** The case with its inputs in files. */
    private StreamCase problem() throws Exception {
        StreamCase problem = StreamCase.gemm();
        for (String name : List.of("a", "b", "c")) {
            List<Long> shape = problem.shapes.get(name);
            Elements contents = Elements.copyOf(
                    Elements.newArray(kernel.array(name).type(), shape.stream().reduce(1L, (x, y) -> x * y)));
            GeneratedSource.random(kernel.array(name), shape, StreamCase.SEED).read(StreamCase.whole(shape), contents);
            NpyWriter.write(input(name), contents, shape);
            problem.sources.put(name, NpySource.open(input(name), kernel.array(name), shape));
        }
        return problem;
    }

    private Path input(String name) {
        return folder.resolve(name + "-in.npy");
    }

    private Path output() {
        return folder.resolve("c.npy");
    }

    private Path part() {
        return folder.resolve("c.npy.part");
    }

    private NpySink sink(StreamCase problem) throws DataException {
        return NpySink.create(output(), kernel.array("c"), problem.shapes.get("c"));
    }

    private void assertComplete(StreamCase problem) throws Exception {
        try (NpyFile file = NpyFile.open(output())) {
            assertThat(file.elements("c", kernel.array("c").type(), List.of(10L, 8L))
                            .toArray())
                    .isEqualTo(problem.untiled().get("c"));
        }
        assertThat(part()).doesNotExist();
    }

    private static void close(StreamCase problem) throws DataException {
        for (TileSource source : problem.sources.values()) {
            source.close();
        }
        for (TileSink sink : problem.sinks.values()) {
            sink.close();
        }
    }

    @Test
    void aRunFromFilesToAFileEqualsTheUntiledOne() throws Exception {
        StreamCase problem = problem();
        problem.sinks.put("c", sink(problem));

        StreamResult result = problem.on(new TestDevice(kernel)).run();
        close(problem);

        assertThat(result.ending()).isEqualTo(StreamResult.Ending.COMPLETE);
        assertThat(result.passed()).isTrue();
        assertComplete(problem);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 13, 23})
    void aRunThatFailedGoesOnInItsFileAndGivesTheSameBytes(int bad) throws Exception {
        StreamCase problem = problem();
        problem.sinks.put("c", sink(problem));
        StreamResult failed = problem.on(new TestDevice(kernel) {
                    @Override
                    void before(int run, Map<String, Elements> arrays) throws DeviceException {
                        if (run == bad) {
                            throw failure("crashed");
                        }
                    }
                })
                .run();
        close(problem);
        assertThat(failed.ending()).isEqualTo(StreamResult.Ending.FAILED);
        assertThat(output()).doesNotExist();
        assertThat(part()).exists();

        StreamCase again = problem();
        again.ledger = problem.ledger;
        again.sinks.put("c", NpySink.reopen(output(), kernel.array("c"), problem.shapes.get("c")));
        StreamResult result = again.on(new TestDevice(kernel)).run();
        close(again);

        assertThat(result.ending()).isEqualTo(StreamResult.Ending.COMPLETE);
        assertThat(result.skipped()).isEqualTo(failed.finished());
        assertComplete(problem);
    }

    @Test
    void aRunThatFinishedEveryGroupButNotItsFileIsFinishedByResuming() throws Exception {
        StreamCase problem = problem();
        NpySink sink = sink(problem);
        // without the sink's own finish()
        problem.sinks.put("c", (slice, elements) -> sink.write(slice, elements));
        problem.on(new TestDevice(kernel)).run();
        sink.close();
        close(problem);

        StreamCase again = problem();
        again.ledger = problem.ledger;
        again.sinks.put("c", NpySink.reopen(output(), kernel.array("c"), problem.shapes.get("c")));
        TestDevice device = new TestDevice(kernel);
        again.on(device).run();
        close(again);

        assertThat(device.runs()).isZero();
        assertComplete(problem);
    }

    @Test
    void aFinishedFileCanBeReopenedAndFinishedAgain() throws Exception {
        aRunFromFilesToAFileEqualsTheUntiledOne();
        StreamCase problem = problem();
        try (NpySink sink = NpySink.reopen(output(), kernel.array("c"), problem.shapes.get("c"))) {
            assertThat(output()).doesNotExist();
            sink.finish();
        }
        close(problem);
        assertComplete(problem);
    }

    @Test
    void aFileOfAnotherShapeIsNotContinued() throws Exception {
        StreamCase problem = problem();
        sink(problem).close();

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> NpySink.reopen(output(), kernel.array("c"), List.of(8L, 10L)))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(DataFault.SHAPE))
                .withMessageContaining("it is from another run");
        close(problem);
    }

    @Test
    void aSourceThatIsTruncatedDuringTheRunIsAnErrorAndNotACrash() throws Exception {
        StreamCase problem = problem();
        problem.verification = new Verification.None();
        long whole = Files.size(input("a"));
        StreamResult result = problem.on(new TestDevice(kernel) {
                    @Override
                    void before(int run, Map<String, Elements> arrays) {
                        truncate(input("a"), whole - 20);
                    }
                })
                .run();

        StreamFailure failure = result.failure().orElseThrow();
        assertThat(failure.stage()).isEqualTo(StreamStage.LOAD);
        assertThat(failure.cause())
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.fault()).isEqualTo(DataFault.TRUNCATED))
                .hasMessageContaining("a-in.npy: became shorter while it was read");
        close(problem);
    }

    private static void truncate(Path file, long size) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFullDiskIsAnErrorThatSaysSo() throws Exception {
        Files.createSymbolicLink(part(), Path.of("/dev/full"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> NpySink.create(output(), kernel.array("c"), List.of(10L, 8L)))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(DataFault.DISK_FULL));
    }

    @Test
    void aDiskThatFillsDuringTheRunEndsItAndItGoesOnOnceThereIsRoom() throws Exception {
        StreamCase problem = problem();
        NpySink sink = sink(problem);
        problem.sinks.put("c", (slice, elements) -> {
            if (slice.origin().equals(List.of(6L, 3L))) {
                throw HookedCase.disk("the disk is full");
            }
            sink.write(slice, elements);
        });
        StreamResult failed = problem.on(new TestDevice(kernel)).run();
        sink.close();
        close(problem);
        assertThat(failed.failure().orElseThrow().describe())
                .isEqualTo("store of tile 15 (m 6..8, n 3..5, k 3..5): the disk is full");
        assertThat(failed.finished()).isEqualTo(7);

        StreamCase again = problem();
        again.ledger = problem.ledger;
        again.sinks.put("c", NpySink.reopen(output(), kernel.array("c"), problem.shapes.get("c")));
        again.on(new TestDevice(kernel)).run();
        close(again);
        assertComplete(problem);
    }

    @Test
    void aBooleanThatIsNeitherTrueNorFalseIsFoundInTheSliceThatHasIt() throws Exception {
        Path file = folder.resolve("flags.npy");
        NpyWriter.write(file, Elements.copyOf(new boolean[12]), List.of(12L));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {2}), channel.size() - 3);
        }
        try (NpySource source = NpySource.open(file, TestKernel.not().array("flag"), List.of(12L))) {
            Elements target = Elements.copyOf(new boolean[4]);
            source.read(new Slice(List.of(4L), List.of(4L)), target);

            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> source.read(new Slice(List.of(8L), List.of(4L)), target))
                    .satisfies(e -> assertThat(e.fault()).isEqualTo(DataFault.BOOLEAN_VALUE))
                    .withMessageContaining("element 9 is the byte 2");
        }
    }

    @Test
    void aSourceSurvivesTheInterruptOfAThreadThatReadsIt() throws Exception {
        StreamCase problem = problem();
        TileSource a = problem.sources.get("a");
        Slice slice = new Slice(List.of(1L, 2L), List.of(2L, 3L));
        Elements before = Elements.copyOf(new byte[6]);
        a.read(slice, before);

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> a.read(slice, Elements.copyOf(new byte[6])));
        assertThat(Thread.interrupted()).isTrue();

        Elements after = Elements.copyOf(new byte[6]);
        a.read(slice, after);
        assertThat(after.toArray()).isEqualTo(before.toArray());
        close(problem);
    }
}
