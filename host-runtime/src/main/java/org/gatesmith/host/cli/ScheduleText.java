package org.gatesmith.host.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.gatesmith.board.Board;
import org.gatesmith.board.Figures;
import org.gatesmith.board.Slr;
import org.gatesmith.board.TextColumns;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.DesignClock;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.estimate.CriticalChain;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.estimate.Deadlock;
import org.gatesmith.hls.estimate.LatencyFormula;
import org.gatesmith.hls.estimate.LoopCycles;
import org.gatesmith.hls.estimate.OperationText;
import org.gatesmith.hls.estimate.TripGuess;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.scheduler.ScheduledKernel;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A schedule for people and for programs.
 *
 * @param scalars of the call, as Java boxes them
 */
record ScheduleText(
        ScheduledKernel scheduled,
        CyclePrediction prediction,
        Map<String, Object> scalars,
        Board board,
        FloatOperators floats) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String INDENT = "  ";
    private static final String NONE = "-";

    private Design design() {
        return scheduled.design();
    }

    // ---- loops

    /**
     * A loop of the design.
     *
     * @param depth loops around it
     * @param asked interval that the schedule asks for, if it is pipelined
     */
    private record LoopRow(
            String module,
            String label,
            Op op,
            int depth,
            OptionalInt asked,
            OptionalInt interval,
            OptionalInt steps,
            LoopCycles cycles,
            Resources area) {}

    private List<LoopRow> loops() {
        List<LoopRow> rows = new ArrayList<>();
        for (ModuleDesign module : design().modules()) {
            if (module instanceof ModuleDesign.Sequential sequential) {
                sequential
                        .body()
                        .units()
                        .forEach(unit -> addLoops(module.function().name(), unit, 0, rows));
            }
        }
        return rows;
    }

    private void addLoops(String module, Unit unit, int depth, List<LoopRow> rows) {
        Optional<LoopRow> row = row(module, unit, depth);
        row.ifPresent(rows::add);
        int inside = row.isPresent() ? depth + 1 : depth;
        unit.parts().forEach(part -> part.units().forEach(inner -> addLoops(module, inner, inside, rows)));
    }

    private Optional<LoopRow> row(String module, Unit unit, int depth) {
        return switch (unit) {
            case Unit.PipelinedLoop loop ->
                Optional.of(row(
                        module,
                        loop.loop().label(),
                        loop.loop(),
                        unit,
                        depth,
                        OptionalInt.of(loop.bounds().requested()),
                        OptionalInt.of(loop.interval()),
                        OptionalInt.of(loop.depth())));
            case Unit.CountedLoop loop -> Optional.of(plain(module, loop.loop().label(), loop.loop(), unit, depth));
            case Unit.FrameLoop loop -> Optional.of(plain(module, loop.loop().label(), loop.loop(), unit, depth));
            case Unit.ConditionLoop loop ->
                Optional.of(plain(module, loop.loop().label(), loop.loop(), unit, depth));
            default -> Optional.empty();
        };
    }

    private LoopRow plain(String module, String label, Op op, Unit unit, int depth) {
        return row(module, label, op, unit, depth, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    private LoopRow row(
            String module,
            String label,
            Op op,
            Unit unit,
            int depth,
            OptionalInt asked,
            OptionalInt interval,
            OptionalInt steps) {
        return new LoopRow(
                module, label, op, depth, asked, interval, steps, prediction.loop(unit), scheduled.area(unit));
    }

    // ---- text

    String plain() {
        StringBuilder text = new StringBuilder(heading());
        text.append(System.lineSeparator());
        add(text, loopTable());
        add(text, moduleTable());
        add(text, resourceTable());
        CriticalChain.of(design()).ifPresent(chain -> addChain(text, chain));
        return text.toString().stripTrailing();
    }

    private String heading() {
        DesignClock clock = design().clock();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s on the %s at %s MHz: operators may fill %.2f of %.2f ns",
                design().signature().name(),
                board.displayName(),
                Figures.plain(clock.megahertz()),
                clock.usableNanoseconds(),
                clock.periodNanoseconds()));
        lines.add(String.format(
                Locale.ROOT,
                "%s%s cycles, %s, for %s",
                prediction.isExact() ? "" : "about ",
                Figures.grouped(prediction.cycles()),
                time(prediction.cycles() / clock.megahertz()),
                sizes()));
        prediction.guesses().forEach(guess -> lines.add(guess.text()));
        String given = prediction.guesses().isEmpty() ? "" : "with these iterations ";
        prediction.deadlocks().forEach(deadlock -> lines.add(given + "the call does not end: " + deadlock.text()));
        if (usesFloats()) {
            lines.add(
                    floats == FloatOperators.VENDOR
                            ? "floating point: the vendor's operators, an estimate of its implementation; the Verilog"
                                    + " holds integer code (--floats soft)"
                            : "floating point: the integer code that the Verilog holds");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private String sizes() {
        return scalars.isEmpty()
                ? "a call"
                : scalars.entrySet().stream()
                        .map(scalar -> scalar.getKey() + "=" + scalar.getValue())
                        .collect(Collectors.joining(" "));
    }

    /** Whether the kernel's ports, as callers see them, hold floating-point numbers or the program computes with some. */
    private boolean usesFloats() {
        return design().signature().parameters().stream()
                        .anyMatch(parameter -> parameter.type().isFloatingPoint())
                || design().program().functions().stream().map(Function::body).anyMatch(ScheduleText::usesFloats);
    }

    private static boolean usesFloats(Region region) {
        return region.ops().stream()
                .anyMatch(op -> op.results().stream().map(Value::type).anyMatch(FloatType.class::isInstance)
                        || op.regions().stream().anyMatch(ScheduleText::usesFloats));
    }

    private TextColumns loopTable() {
        TextColumns table = new TextColumns(TextColumns.Align.RIGHT)
                .row(List.of(
                        "loop",
                        "line",
                        "asked",
                        "interval",
                        "depth",
                        "entered",
                        "iterations",
                        "cycles",
                        "LUT",
                        "FF",
                        "DSP"));
        for (LoopRow row : loops()) {
            table.row(List.of(
                    INDENT.repeat(row.depth()) + row.label(),
                    row.op().span().line(),
                    text(row.asked()),
                    text(row.interval()),
                    text(row.steps()),
                    Figures.grouped(row.cycles().entries()),
                    Figures.grouped(row.cycles().iterations()),
                    Figures.grouped(row.cycles().cycles()),
                    Figures.grouped(row.area().lut()),
                    Figures.grouped(row.area().ff()),
                    Figures.grouped(row.area().dsp())));
        }
        return table;
    }

    private TextColumns moduleTable() {
        TextColumns table = new TextColumns(TextColumns.Align.RIGHT)
                .row(List.of("module", "kind", "cycles", "LUT", "FF", "DSP", "BRAM18", "URAM"));
        for (ModuleDesign module : design().modules()) {
            table.row(ResourceText.cells(
                    List.of(module.function().name(), kind(module), cycles(module)), module.resources()));
        }
        return table;
    }

    private static String kind(ModuleDesign module) {
        return switch (module) {
            case ModuleDesign.Core core -> "operator of " + core.latency() + " cycles";
            case ModuleDesign.Sequential _ -> "sequence";
            case ModuleDesign.Dataflow _ -> "dataflow";
        };
    }

    private String cycles(ModuleDesign module) {
        Long cycles = prediction.modules().get(module.function().name());
        return cycles == null ? NONE : Figures.grouped(cycles);
    }

    private TextColumns resourceTable() {
        Resources total = scheduled.size();
        TextColumns table = new TextColumns(TextColumns.Align.RIGHT)
                .row(ResourceText.heading("resources"))
                .row(ResourceText.cells(List.of("AXI ports and registers"), scheduled.ports()))
                .row(ResourceText.cells(List.of("estimate"), total));
        table.row(ResourceText.shares(
                "of the board, %", total, ResourceText.of(board.resources().kernelRegion())));
        for (Slr slr : board.resources().slrs()) {
            table.row(ResourceText.cells(
                    List.of("left to kernels in " + slr.name()), ResourceText.of(slr.kernelRegion())));
        }
        return table;
    }

    private void addChain(StringBuilder text, CriticalChain chain) {
        TextColumns table = new TextColumns(TextColumns.Align.RIGHT)
                .row(List.of("longest chain in a cycle, in " + chain.module(), "ns", "line"));
        for (Placement link : chain.links()) {
            table.row(List.of(
                    INDENT + OperationText.of(link.op()),
                    String.format(Locale.ROOT, "%.2f", link.readyNanoseconds()),
                    link.op().span().line()));
        }
        add(text, table);
    }

    private static void add(StringBuilder text, TextColumns table) {
        text.append(System.lineSeparator());
        table.text().lines().forEach(line -> text.append(line).append(System.lineSeparator()));
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : NONE;
    }

    /** For example {@code 6.7 us}. */
    static String time(double microseconds) {
        return microseconds < 1000
                ? String.format(Locale.ROOT, "%.2f µs", microseconds)
                : String.format(Locale.ROOT, "%.3f ms", microseconds / 1000);
    }

    // ---- JSON

    String json() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("kernel", design().signature().name());
        root.put("board", board.name());
        root.put("megahertz", design().clock().megahertz());
        root.put("usableNanoseconds", design().clock().usableNanoseconds());
        root.put("floats", floats.name().toLowerCase(Locale.ROOT));
        root.put("scalars", scalars);
        root.put("cycles", prediction.cycles());
        root.put("exact", prediction.isExact());
        root.put("guesses", prediction.guesses().stream().map(TripGuess::text).toList());
        root.put(
                "deadlocks", prediction.deadlocks().stream().map(Deadlock::text).toList());
        root.put("readLatency", scheduled.latency().usual().read());
        root.put("loops", loops().stream().map(ScheduleText::json).toList());
        root.put("modules", design().modules().stream().map(this::json).toList());
        root.put("resources", ResourceText.json(scheduled.size()));
        root.put("ports", ResourceText.json(scheduled.ports()));
        root.put(
                "budget",
                board.resources().slrs().stream().map(ScheduleText::json).toList());
        root.put(
                "criticalChain",
                CriticalChain.of(design()).map(ScheduleText::json).orElseGet(LinkedHashMap::new));
        return MAPPER.writeValueAsString(root);
    }

    private static Map<String, Object> json(LoopRow row) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("module", row.module());
        node.put("loop", row.label());
        node.put("place", row.op().span().line());
        node.put("nesting", row.depth());
        if (row.interval().isPresent()) {
            node.put("requestedInterval", row.asked().orElse(0));
            node.put("interval", row.interval().getAsInt());
            node.put("depth", row.steps().orElse(0));
        }
        node.put("entries", row.cycles().entries());
        node.put("iterations", row.cycles().iterations());
        node.put("cycles", row.cycles().cycles());
        node.put("resources", ResourceText.json(row.area()));
        return node;
    }

    private Map<String, Object> json(ModuleDesign module) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("module", module.function().name());
        node.put("kind", kind(module));
        node.put("cycles", prediction.modules().getOrDefault(module.function().name(), 0L));
        node.put("resources", ResourceText.json(module.resources()));
        if (module instanceof ModuleDesign.Sequential sequential) {
            node.put("latency", LatencyFormula.of(sequential.body()));
            node.put("units", UnitJson.of(sequential.body()));
        }
        return node;
    }

    private static Map<String, Object> json(Slr slr) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("slr", slr.name());
        node.putAll(ResourceText.json(ResourceText.of(slr.kernelRegion())));
        return node;
    }

    private static Map<String, Object> json(CriticalChain chain) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("module", chain.module());
        node.put("nanoseconds", chain.nanoseconds());
        node.put(
                "links",
                chain.links().stream()
                        .map(link -> {
                            Map<String, Object> entry = new LinkedHashMap<>();
                            entry.put("operation", OperationText.of(link.op()));
                            entry.put("place", link.op().span().line());
                            entry.put("readyNanoseconds", link.readyNanoseconds());
                            return entry;
                        })
                        .toList());
        return node;
    }
}
