package org.gatesmith.host.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.gatesmith.host.report.OutputCheck.WrongElement;
import org.gatesmith.host.report.Roofline.BandwidthRoof;
import org.gatesmith.host.report.Roofline.ComputeRoof;
import org.gatesmith.host.report.Roofline.Origin;
import org.gatesmith.host.report.Roofline.Path;
import org.gatesmith.host.report.Roofline.Point;
import org.gatesmith.host.report.WidthRow.Profile;
import org.gatesmith.host.report.WidthRow.Sign;
import org.gatesmith.host.report.WidthRow.Width;

/** Pages as runs could fill them. The figures are made up, but fit together. */
final class SamplePages {

    private static final long MIB = 1L << 20;

    private SamplePages() {}

    private static Optional<SourceLine> line(int line, String text) {
        return Optional.of(new SourceLine("GemmInt8.java", line, text));
    }

    private static Hardware hardware() {
        return new Hardware(
                1,
                21_768,
                21_190,
                300,
                List.of(
                        "predicted 21 190 cycles; it took 2.7 % more, 578 cycles",
                        "loop 'loadC.x' (GemmInt8.java:123) took 197 cycles more than predicted: it waited 197 for data of"
                                + " 'c'"),
                List.of(
                        new Hardware.Loop(
                                "loadC.x", line(123, ""), 1, 1, OptionalDouble.of(1.05), 4096, 4362, 4165, 197),
                        new Hardware.Loop(
                                "multiply.kk", line(156, ""), 1, 1, OptionalDouble.of(1), 1024, 1104, 1104, 0)),
                List.of(new Hardware.Wait("loop 'loadC.x'", "data of 'c'", line(123, ""), 197)),
                List.of(new Hardware.Port(
                        "gmem2", "reads", "c", 512, 16_384, 8, 32, 226e6, OptionalDouble.of(0.016), "HBM[2]")),
                List.of(new Hardware.Bank("HBM[2]", 0.031, 8, 4, 297, 12)),
                List.of(
                        new Hardware.Resource(
                                "LUT",
                                21_297,
                                List.of(new Hardware.Region("SLR0", 369_000), new Hardware.Region("SLR1", 333_000))),
                        new Hardware.Resource(
                                "DSP",
                                6_000,
                                List.of(new Hardware.Region("SLR0", 2_733), new Hardware.Region("SLR1", 2_877)))));
    }

    private static List<LoopSchedule> schedule() {
        String product = "acc[i][j] += aTiles[ti][i][kk] * bTiles[kk][tj][j];";
        return List.of(
                new LoopSchedule(
                        "multiply.kk",
                        line(156, "for (@Pipeline int kk = 0; kk < depth; kk++) {"),
                        1,
                        5,
                        1104,
                        List.of(
                                row("load aTiles", LoopSchedule.Kind.MEMORY, 16, product, 0, 1),
                                row("mul", LoopSchedule.Kind.OPERATOR, 256, product, 1, 3),
                                row("add", LoopSchedule.Kind.LOGIC, 256, product, 4, 1))),
                new LoopSchedule(
                        "gemm.j0",
                        line(86, ""),
                        0,
                        2,
                        0,
                        List.of(row("min", LoopSchedule.Kind.LOGIC, 1, "int cols = Math.min(BLOCK, n - j0);", 0, 1))));
    }

    private static LoopSchedule.Row row(
            String operation, LoopSchedule.Kind kind, int count, String text, int start, int length) {
        return new LoopSchedule.Row(
                operation, kind, count, line(159, text), List.of(new LoopSchedule.Span(start, length)));
    }

    /** Only what every run has. */
    static RunPage smallest() {
        return RunPage.of(
                        new Heading("vector_add", "jvm", ""),
                        new Verdict(Verdict.Outcome.UNCHECKED, "The result was not compared.", List.of()))
                .build();
    }

    /** A large matrix product in thousands of tiles, with everything a page can show. */
    static RunPage gemm() {
        return RunPage.of(
                        new Heading("gemm_i8", "csim for AMD Alveo U280", "m=16384 n=16384 k=1024"),
                        new Verdict(
                                Verdict.Outcome.PASSED,
                                "2 684 354 of 268 435 456 elements compared: equal to the JVM, bit for bit.",
                                List.of("1 % of the elements were compared (--verify sample:0.01).")))
                .facts(List.of(
                        Fact.of("kernel", "gemm_i8"),
                        new Fact("board", "AMD Alveo U280", "xcu280-fsvh2892-2L-e"),
                        Fact.of("device", "csim"),
                        new Fact("tiles", "1 024", "512 × 512 × 1 024"),
                        new Fact("wall time", "3.31 s", "plan: 3.14 s"),
                        new Fact("throughput", "166 Gop/s", "549 755 813 888 operations"),
                        new Fact("link", "13.1 GB/s", "83 % of its peak"),
                        new Fact("memory held", "18 MiB", "ring of 4 tiles")))
                .timeline(new Timeline(
                        new SimulatedStream(
                                        List.of(1_200_000L, 2_100_000L, 3_100_000L, 1_500_000L, 2_400_000L, 700_000L),
                                        6,
                                        12)
                                .bars(1024),
                        new SimulatedStream(
                                        List.of(1_000_000L, 2_000_000L, 3_000_000L, 1_300_000L, 2_200_000L, 600_000L),
                                        6,
                                        0)
                                .bars(1024)))
                .transfers(new Transfers(
                        List.of(
                                new OperandBytes(
                                        "a", 16 * MIB, 0, 16 * MIB, OptionalDouble.of(512), "stays for a row of tiles"),
                                new OperandBytes("b", 512 * MIB, 0, 16 * MIB, OptionalDouble.of(512), ""),
                                new OperandBytes(
                                        "c",
                                        1024 * MIB,
                                        1024 * MIB,
                                        1024 * MIB,
                                        OptionalDouble.of(1024),
                                        "starts at zero on the host")),
                        Optional.of(new Transfers.Bound(
                                Transfers.Limit.TRANSFER,
                                "The link needs 2.46 s, the kernel 0.31 s: no change of the kernel can make this run"
                                        + " faster. Larger tiles or operands that stay on the device can."))))
                .roofline(new Roofline(
                        "op",
                        List.of(
                                new ComputeRoof("all DSPs at 300 MHz, int8", 10.8e12),
                                new ComputeRoof("16 × 16 array at 300 MHz", 153.6e9)),
                        List.of(
                                new BandwidthRoof("HBM, 32 banks", Path.MEMORY, 460e9),
                                new BandwidthRoof("HBM, 3 banks", Path.MEMORY, 43.2e9),
                                new BandwidthRoof("PCIe 3.0 x16", Path.LINK, 15.754e9)),
                        List.of(
                                new Point("bytes of the memory", Origin.PREDICTED, 64, 148e9, "HBM, 3 banks"),
                                new Point("bytes over the link", Origin.PREDICTED, 204, 150e9, "PCIe 3.0 x16"),
                                new Point("bytes over the link", Origin.MEASURED, 204, 1.6e9, "PCIe 3.0 x16"))))
                .loops(new LoopTable(
                        List.of(
                                loop(
                                        "gemm.i0",
                                        0,
                                        31,
                                        "for (int i0 = 0; i0 < m; i0 += ROWS) {",
                                        List.of(),
                                        32,
                                        0,
                                        0,
                                        40_960_000,
                                        ""),
                                loop(
                                        "gemm.j0",
                                        1,
                                        32,
                                        "for (int j0 = 0; j0 < n; j0 += COLS) {",
                                        List.of(),
                                        32,
                                        0,
                                        0,
                                        40_950_000,
                                        ""),
                                loop(
                                        "gemm.load",
                                        2,
                                        36,
                                        "for (@Pipeline(ii = 1) int l = 0; l < ROWS * DEPTH; l++) {",
                                        List.of("pipeline II=1"),
                                        2048,
                                        1,
                                        2,
                                        16_800_000,
                                        "two reads of port gmem0 in a cycle"),
                                loop(
                                        "gemm.kk",
                                        2,
                                        41,
                                        "for (@Pipeline(ii = 1) int kk = 0; kk < DEPTH; kk++) {",
                                        List.of("pipeline II=1"),
                                        128,
                                        1,
                                        1,
                                        8_650_000,
                                        ""),
                                loop(
                                        "gemm.i",
                                        3,
                                        42,
                                        "for (@Unroll int i = 0; i < ROWS; i++) {",
                                        List.of("unroll 16"),
                                        16,
                                        0,
                                        0,
                                        -1,
                                        ""),
                                loop(
                                        "gemm.j",
                                        4,
                                        43,
                                        "for (@Unroll int j = 0; j < COLS; j++) {",
                                        List.of("unroll 16"),
                                        16,
                                        0,
                                        0,
                                        -1,
                                        "")),
                        OptionalLong.of(41_000_000)))
                .hardware(hardware())
                .schedule(schedule())
                .memory(new MemoryMap(
                        List.of(
                                new MemoryMap.Port("gmem0", "a", "in", 512, "HBM[0]", 2, MIB / 2, 4096),
                                new MemoryMap.Port("gmem1", "b", "in", 512, "HBM[1]", 2, MIB / 2, 4096),
                                new MemoryMap.Port("gmem2", "c", "inout", 512, "HBM[2]", 4, MIB, 4096)),
                        List.of(
                                new MemoryMap.Bank("HBM[0]", MIB, 256 * MIB),
                                new MemoryMap.Bank("HBM[1]", MIB, 256 * MIB),
                                new MemoryMap.Bank("HBM[2]", 200 * MIB, 256 * MIB))))
                .widths(List.of(
                        new WidthRow(
                                "a",
                                "input",
                                "byte",
                                8,
                                width(Sign.SIGNED, 8),
                                profile("-128", "127", Sign.SIGNED, 8, "", 0)),
                        new WidthRow(
                                "b",
                                "input",
                                "byte",
                                8,
                                width(Sign.SIGNED, 8),
                                profile("-7", "7", Sign.SIGNED, 4, "@Bits(4)", 0)),
                        new WidthRow(
                                "acc",
                                "array",
                                "int",
                                32,
                                width(Sign.SIGNED, 26),
                                profile("-2097152", "2064514", Sign.SIGNED, 22, "", 0)),
                        new WidthRow(
                                "i0",
                                "local",
                                "int",
                                32,
                                width(Sign.UNSIGNED, 15),
                                profile("0", "496", Sign.UNSIGNED, 9, "@Range(min = 0, max = 400)", 6)),
                        new WidthRow(
                                "scale",
                                "local",
                                "float",
                                32,
                                Optional.empty(),
                                Optional.of(new Profile("0.0", "1.5", Optional.empty(), "", 0, 512)))))
                .outputs(List.of(new OutputCheck(
                        "c",
                        "int",
                        List.of(16384L, 16384L),
                        2_684_354,
                        0,
                        "bit for bit",
                        List.of(),
                        Optional.empty(),
                        "")))
                .provenance(provenance())
                .build();
    }

    /** An image filter with errors in one corner of its result, of few tiles. */
    static RunPage failing() {
        return RunPage.of(
                        new Heading("image_filter", "csim for ZCU102", "h=480 w=640 mode=1"),
                        new Verdict(
                                Verdict.Outcome.FAILED,
                                "9 216 of 307 200 elements of out differ from the JVM.",
                                List.of(
                                        "First at out[128][320] in tile 2: expected 17, got -111.",
                                        "Inputs and the emitted source are in the run's folder.")))
                .facts(List.of(
                        Fact.of("wall time", "38.4 ms"),
                        Fact.of("tiles", "4"),
                        Fact.of("pixels per second", "8 Mpixel/s")))
                .timeline(new Timeline(
                        new SimulatedStream(
                                        List.of(1_000_000L, 2_000_000L, 7_500_000L, 1_000_000L, 1_800_000L, 900_000L),
                                        2,
                                        20)
                                .bars(4),
                        List.of()))
                .outputs(List.of(
                        new OutputCheck(
                                "out",
                                "byte",
                                List.of(480L, 640L),
                                307_200,
                                9216,
                                "bit for bit",
                                List.of(
                                        wrong(128, 320, "17", "0x11", "-111", "0x91"),
                                        wrong(128, 321, "19", "0x13", "-109", "0x93"),
                                        wrong(128, 322, "-3", "0xfd", "125", "0x7d")),
                                Optional.of(cornerErrors()),
                                ""),
                        new OutputCheck(
                                "sum", "int", List.of(1L), 1, 0, "bit for bit", List.of(), Optional.empty(), "")))
                .pictures(List.of(
                        new Picture("before: src", "640 × 480, 8 bits", image((x, y) -> 128 + (x ^ y) % 64 - 32)),
                        new Picture(
                                "after: out",
                                "as computed",
                                image((x, y) -> inCorner(x, y) ? 255 : (x * y / 300) & 255)),
                        new Picture("expected", "by the JVM", image((x, y) -> (x * y / 300) & 255))))
                .provenance(provenance())
                .build();
    }

    private static LoopTable.Row loop(
            String name,
            int depth,
            int line,
            String text,
            List<String> schedule,
            long trips,
            long target,
            long interval,
            long cycles,
            String remark) {
        return new LoopTable.Row(
                name,
                depth,
                Optional.of(new SourceLine("GemmInt8.java", line, text)),
                schedule,
                OptionalLong.of(trips),
                target == 0 ? OptionalLong.empty() : OptionalLong.of(target),
                interval == 0 ? OptionalLong.empty() : OptionalLong.of(interval),
                cycles < 0 ? OptionalLong.empty() : OptionalLong.of(cycles),
                remark);
    }

    private static Optional<Width> width(Sign sign, int bits) {
        return Optional.of(new Width(sign, bits));
    }

    private static Optional<Profile> profile(
            String minimum, String maximum, Sign sign, int bits, String contract, long outside) {
        return Optional.of(new Profile(minimum, maximum, width(sign, bits), contract, outside, 4096));
    }

    private static WrongElement wrong(
            long row, long column, String expected, String expectedBits, String actual, String actualBits) {
        return new WrongElement(List.of(row, column), expected, expectedBits, actual, actualBits, OptionalLong.of(2));
    }

    private static boolean inCorner(int x, int y) {
        return y >= 128 && y < 224 && x >= 320 && x < 416;
    }

    private static ErrorMap cornerErrors() {
        int rows = 30;
        int columns = 40;
        long[] counts = new long[rows * columns];
        for (int y = 8; y < 14; y++) {
            for (int x = 20; x < 26; x++) {
                counts[y * columns + x] = 256 >> Math.max(Math.abs(y - 10), Math.abs(x - 22));
            }
        }
        return ErrorMap.of(480, 640, rows, columns, counts);
    }

    static Png picture() {
        return image((x, y) -> x & 255);
    }

    private static Png image(IntBinaryOperator grey) {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.getRaster().setSample(x, y, 0, grey.applyAsInt(x, y));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Png.of(bytes.toByteArray());
    }

    private static List<Provenance> provenance() {
        List<Provenance.Entry> hashes = new ArrayList<>();
        for (String file : List.of("a.npy", "b.npy", "kernel.cpp", "gemm_i8.u280.schedule.json")) {
            hashes.add(new Provenance.Entry(file, "sha256:" + "3f9a1c5e7b8d2046".repeat(4)));
        }
        return List.of(
                new Provenance(
                        "tools",
                        List.of(
                                new Provenance.Entry("gatesmith", "0.1.0"),
                                new Provenance.Entry("java", "25.0.3 (Temurin)"),
                                new Provenance.Entry("g++", "12.2.0"))),
                new Provenance(
                        "options",
                        List.of(
                                new Provenance.Entry("--on", "csim"),
                                new Provenance.Entry("--board", "u280"),
                                new Provenance.Entry("--verify", "sample:0.01"),
                                new Provenance.Entry("-D", "ROWS=16 COLS=16 DEPTH=128"))),
                new Provenance("hashes", hashes));
    }
}
