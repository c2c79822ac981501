package org.gatesmith.host.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.board.Board;
import org.gatesmith.board.Figures;
import org.gatesmith.board.TextColumns;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.host.tile.BankUse;
import org.gatesmith.host.tile.Bytes;
import org.gatesmith.host.tile.GranularDimension;
import org.gatesmith.host.tile.OperandPlan;
import org.gatesmith.host.tile.PlanTimes;
import org.gatesmith.host.tile.TileLoop;
import org.gatesmith.host.tile.TilePlan;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan for people and for programs.
 *
 * @param hostBytes most that the ring may take of the host's memory
 */
record PlanText(TilePlan plan, KernelSignature signature, Board board, long hostBytes) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String INDENT = "  ";

    String plain() {
        List<String> lines = new ArrayList<>();
        lines.add(plan.kernel() + " on the " + board.displayName() + " with " + scalars());
        lines.add(count(plan.tiles(), "tile") + " in " + count(plan.groups(), "group") + ", " + plan.depth()
                + " under way between two stages");
        addLoops(lines);
        addOperands(lines);
        addMemory(lines);
        addTimes(lines);
        lines.add("");
        lines.addAll(bound());
        if (!plan.unsplit().isEmpty()) {
            lines.add("");
            lines.add("not cut");
            plan.unsplit().forEach(not -> lines.add(INDENT + not.scalar() + ": " + not.reason()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private String scalars() {
        return plan.nest().size().values(signature).entrySet().stream()
                .map(scalar -> scalar.getKey() + "=" + scalar.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String count(long number, String thing) {
        return Figures.grouped(number) + " " + thing + (number == 1 ? "" : "s");
    }

    private void addLoops(List<String> lines) {
        if (plan.dimensions().isEmpty()) {
            return;
        }
        TextColumns table = new TextColumns(TextColumns.Align.RIGHT)
                .row(List.of("loops, outermost first", "tiles", "of", "multiple of"));
        plan.loops()
                .forEach(loop -> table.row(List.of(
                        INDENT + loop.scalar() + " " + kind(loop),
                        String.valueOf(loop.trips()),
                        String.valueOf(loop.step()),
                        String.valueOf(granule(loop.scalar())))));
        plan.dimensions().stream()
                .filter(dimension -> plan.loop(dimension.scalar()).isEmpty())
                .forEach(dimension -> table.row(List.of(
                        INDENT + dimension.scalar() + " whole",
                        "1",
                        String.valueOf(dimension.dimension().units()),
                        String.valueOf(dimension.granule()))));
        add(lines, table);
    }

    private static String kind(TileLoop loop) {
        return loop.kind().name().toLowerCase(Locale.ROOT);
    }

    private long granule(String scalar) {
        return plan.dimensions().stream()
                .filter(dimension -> dimension.scalar().equals(scalar))
                .mapToLong(GranularDimension::granule)
                .findFirst()
                .orElse(1);
    }

    private void addOperands(List<String> lines) {
        TextColumns table = new TextColumns(TextColumns.Align.RIGHT)
                .row(List.of(
                        "array", "bank", "a tile", "held", "buffers", "transfers", "in", "out", "at least", "ratio"));
        for (OperandPlan operand : plan.operands()) {
            table.row(List.of(
                    INDENT + operand.array(),
                    operand.bank(),
                    Bytes.text(operand.sliceBytes()),
                    String.valueOf(operand.held()),
                    String.valueOf(operand.buffers()),
                    String.valueOf(operand.transfers()),
                    Bytes.text(operand.bytesIn()),
                    Bytes.text(operand.bytesOut()),
                    Bytes.text(operand.lowerBound()),
                    ratio(operand.repetition())));
        }
        double least = plan.lowerBound();
        table.row(List.of(
                INDENT + "in all",
                "",
                "",
                "",
                "",
                "",
                Bytes.text(sum(true)),
                Bytes.text(sum(false)),
                Bytes.text(least),
                ratio(least == 0 ? 1 : plan.bytesMoved() / least)));
        add(lines, table);
    }

    private double sum(boolean in) {
        return plan.operands().stream()
                .mapToDouble(operand -> in ? operand.bytesIn() : operand.bytesOut())
                .sum();
    }

    private static String ratio(double factor) {
        return String.format(Locale.ROOT, "%.2f", factor);
    }

    private void addMemory(List<String> lines) {
        TextColumns table = new TextColumns(TextColumns.Align.RIGHT).row(List.of("memory", "taken", "there is"));
        for (BankUse bank : plan.banks()) {
            table.row(List.of(INDENT + bank.name(), Bytes.text(bank.bytes()), Bytes.text(bank.capacity())));
        }
        table.row(List.of(INDENT + "host", Bytes.text(plan.hostBytes()), Bytes.text(hostBytes)));
        add(lines, table);
    }

    private void addTimes(List<String> lines) {
        PlanTimes times = plan.times();
        TextColumns table = new TextColumns(TextColumns.Align.RIGHT).row(List.of("predicted", "seconds"));
        for (PlanTimes.Stage stage : PlanTimes.Stage.values()) {
            String least = stage == PlanTimes.Stage.RUN ? ", at least" : "";
            table.row(List.of(
                    INDENT + stage.words() + least, seconds(times.stages().of(stage))));
        }
        table.row(List.of(INDENT + "one after another", seconds(times.serial())));
        table.row(List.of(INDENT + "overlapped", seconds(times.total())));
        add(lines, table);
    }

    /** What the run waits for, and whether another kernel could change that. */
    private List<String> bound() {
        PlanTimes times = plan.times();
        String transfers = seconds(times.transfers()) + " s";
        String kernel = seconds(times.stages().run()) + " s";
        String ideal = seconds(times.idealRun()) + " s";
        List<String> lines = new ArrayList<>();
        if (times.isTransferBound()) {
            lines.add("bound by the transfers: they take " + transfers + ", the kernel at least " + kernel
                    + ", an ideal one " + ideal + ".");
            lines.add("No change of the kernel can make this run take less than the transfers.");
        } else {
            lines.add("bound by the kernel: it takes at least " + kernel + " because of " + times.runLimit()
                    + ", the transfers take " + transfers + ".");
            lines.add("An ideal kernel, limited by the memory banks alone, would take " + ideal + ".");
        }
        if (!times.measured()) {
            lines.add("The board's file has no transfer curves: the peak of its link was taken.");
        }
        return lines;
    }

    private static String seconds(double seconds) {
        if (seconds == 0) {
            return "0";
        }
        int digits = (int) Math.clamp(2 - Math.floor(Math.log10(seconds)), 0, 9);
        return String.format(Locale.ROOT, "%." + digits + "f", seconds);
    }

    private static void add(List<String> lines, TextColumns table) {
        lines.add("");
        table.text().lines().forEach(lines::add);
    }

    String json() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("kernel", plan.kernel());
        root.put("board", board.name());
        root.put("scalars", plan.nest().size().values(signature));
        root.put("tiles", plan.tiles());
        root.put("groups", plan.groups());
        root.put("depth", plan.depth());
        root.put("loops", plan.loops().stream().map(this::json).toList());
        root.put("operands", plan.operands().stream().map(PlanText::json).toList());
        root.put("bytesMoved", (long) plan.bytesMoved());
        root.put("lowerBound", (long) plan.lowerBound());
        root.put("banks", plan.banks().stream().map(PlanText::json).toList());
        root.put("hostBytes", plan.hostBytes());
        root.put("hostLimit", hostBytes);
        root.put("seconds", json(plan.times()));
        root.put("transferBound", plan.times().isTransferBound());
        root.put("runLimit", plan.times().runLimit());
        root.put("unsplit", plan.unsplit());
        return MAPPER.writeValueAsString(root);
    }

    private Map<String, Object> json(TileLoop loop) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("scalar", loop.scalar());
        node.put("kind", kind(loop));
        node.put("units", loop.dimension().units());
        node.put("step", loop.step());
        node.put("trips", loop.trips());
        node.put("granule", granule(loop.scalar()));
        return node;
    }

    private static Map<String, Object> json(OperandPlan operand) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("array", operand.array());
        node.put("direction", operand.direction().name().toLowerCase(Locale.ROOT));
        node.put("bank", operand.bank());
        node.put("sliceBytes", operand.sliceBytes());
        node.put("held", operand.held());
        node.put("buffers", operand.buffers());
        node.put("transfers", operand.transfers());
        node.put("bytesIn", (long) operand.bytesIn());
        node.put("bytesOut", (long) operand.bytesOut());
        node.put("lowerBound", (long) operand.lowerBound());
        return node;
    }

    private static Map<String, Object> json(BankUse bank) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", bank.name());
        node.put("bytes", bank.bytes());
        node.put("capacity", bank.capacity());
        return node;
    }

    private static Map<String, Object> json(PlanTimes times) {
        Map<String, Object> node = new LinkedHashMap<>();
        for (PlanTimes.Stage stage : PlanTimes.Stage.values()) {
            node.put(stage.name().toLowerCase(Locale.ROOT), times.stages().of(stage));
        }
        node.put("serial", times.serial());
        node.put("overlapped", times.total());
        node.put("transfers", times.transfers());
        node.put("idealRun", times.idealRun());
        return node;
    }
}
