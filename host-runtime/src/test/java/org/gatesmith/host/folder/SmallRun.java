package org.gatesmith.host.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.NpyWriter;
import org.gatesmith.host.tile.Slice;

/**
 * A run of a kernel that doubles 2×3 integers, row by row: two groups of tiles. Written by hand, so that every part of it can be
 * another than it should be.
 */
public final class SmallRun {

    static final ArrayForm FORM = ArrayForm.of(JavaType.INT, List.of(2L, 3L));
    static final int[] INPUT = {1, 2, 3, 4, 5, 6};
    static final int[] OUTPUT = {2, 4, 6, 8, 10, 12};

    Map<String, String> sources =
            new TreeMap<>(Map.of("org/example/Twice.java", "package org.example;\nclass Twice {}\n"));
    Map<String, Long> tunables = new TreeMap<>(Map.of("LANES", 4L));
    Optional<String> schedule = Optional.of("{\"loops\": {}}\n");
    String board = "u280";
    String boardJson = "{\"name\": \"u280\"}\n";
    String device = "csim";
    Map<String, String> emitted = new TreeMap<>(Map.of("twice.cpp", "void twice() {}\n"));
    Map<String, String> tools = new TreeMap<>(Map.of("g++", "g++ 14.2.0", "jdk", "25.0.1"));
    Map<String, String> options = new TreeMap<>(Map.of("verify", "all", "tile", "1×3"));
    Map<String, String> scalars = new TreeMap<>(Map.of("n", "6"));
    Map<String, RunInput> inputs = new TreeMap<>(Map.of("b", new RunInput.Generated(FORM, 7)));
    Optional<String> plan = Optional.of("{\"tiles\": 2}\n");
    String gatesmith = "1.2.3";
    long groups = 2;
    int[] output = OUTPUT;
    long mismatches;
    Measurements measurements = new Measurements(
            Map.of(
                    "device", new Timing(0.001, 5, 0.0009, 0.0012),
                    "load", new Timing(0.001, 5, 0.0008, 0.001),
                    "wall", Timing.once(1.5)),
            Map.of(),
            Map.of("cores", "2"));
    RunFindings findings = new RunFindings(Map.of(), Map.of("bytesToDevice", 24L));

    private final Path place;

    /**
     * @param place for the input file
     */
    public SmallRun(Path place) throws Exception {
        this.place = place;
        input(INPUT);
    }

    Path inputFile() {
        return place.resolve("a.npy");
    }

    /** Writes the input file anew. */
    SmallRun input(int... values) throws Exception {
        Files.createDirectories(place);
        NpyWriter.write(inputFile(), Elements.copyOf(values), FORM.shape());
        inputs.put("a", new RunInput.OfFile(FORM, inputFile()));
        return this;
    }

    RunSetup setup() {
        return new RunSetup(
                gatesmith,
                new KernelText(new KernelIdentity("twice", "org.example.Twice", "twice"), sources, tunables, schedule),
                new RunPlace(board, boardJson, device, emitted, tools),
                new RunTask(scalars, inputs, Map.of("c", FORM), options, plan, groups));
    }

    RunFolder begin(Path folder) throws Exception {
        return RunFolder.create(folder, setup(), List.of("run", "twice"));
    }

    /** Changes the kernel, its schedule and what follows from them, as somebody does who tunes it. */
    public SmallRun tuned() {
        sources.put("org/example/Twice.java", "package org.example;\nclass Twice { int lanes; }\n");
        sources.put("org/example/Lane.java", "package org.example;\nclass Lane {}\n");
        tunables.put("LANES", 8L);
        schedule = Optional.empty();
        device = "jvm";
        emitted.put("twice.cpp", "void twice() {}\n".repeat(40));
        tools.put("g++", "g++ 15.1.0");
        options.put("verify", "sample:5%");
        inputs.put("b", new RunInput.Generated(FORM, 8));
        output = new int[] {2, 4, 6, 8, 11, 12};
        mismatches = 1;
        measurements = new Measurements(
                Map.of(
                        "device", new Timing(0.002, 5, 0.0019, 0.0022),
                        "load", new Timing(0.0011, 5, 0.0009, 0.0013),
                        "wall", Timing.once(3)),
                Map.of(),
                Map.of("cores", "4"));
        findings = new RunFindings(Map.of(), Map.of("bytesToDevice", 48L));
        return this;
    }

    /** Begins and completes a run. */
    public Path complete(Path folder) throws Exception {
        try (RunFolder run = begin(folder)) {
            run.journal().done(row(0, 0));
            run.journal().done(row(1, mismatches));
            finish(run);
        }
        return folder;
    }

    /** Begins a run and leaves it with its first group finished. */
    public Path interrupted(Path folder) throws Exception {
        try (RunFolder run = begin(folder)) {
            Files.write(Path.of(run.output("c") + ".part"), new byte[] {0});
            run.journal().done(row(0, 0));
        }
        return folder;
    }

    /** Writes the output and completes the run. */
    RunResults finish(RunFolder run) throws Exception {
        Files.deleteIfExists(Path.of(run.output("c") + ".part"));
        NpyWriter.write(run.output("c"), Elements.copyOf(output), FORM.shape());
        return run.complete(findings, measurements);
    }

    /** The record of a row of the output, three elements of which were compared. */
    static GroupRecord row(int row, long mismatches) {
        GroupOutput part = new GroupOutput(
                new Slice(List.of((long) row, 0L), List.of(1L, 3L)),
                crc(row),
                3,
                mismatches,
                mismatches,
                0.1 * mismatches,
                mismatches);
        return new GroupRecord(row, Map.of("c", part));
    }

    private static String crc(int row) {
        CRC32C crc = new CRC32C();
        crc.update(Elements.copyOf(OUTPUT).slice(3L * row, 3).segment().asByteBuffer());
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
