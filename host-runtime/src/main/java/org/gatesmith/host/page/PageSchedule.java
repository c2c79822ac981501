package org.gatesmith.host.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.estimate.OperationText;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.host.report.LoopSchedule;
import org.gatesmith.host.rtl.HardwareReport;

/** Operations over cycles: pipelined loops, and what other loops do by themselves. */
final class PageSchedule {

    /** A chart with more rows is hard to read; then all operations of a line share one. */
    private static final int ROWS = 60;

    /** Fewer operations in a row need no picture. */
    private static final int SMALLEST = 4;

    /** Partitioning numbers the banks of an array. */
    private static final Pattern BANK = Pattern.compile("(?:_\\d+)+( if)?$");

    private final HardwareReport report;
    private final Map<String, String> sources;
    private final List<LoopSchedule> loops = new ArrayList<>();

    private PageSchedule(HardwareReport report, Map<String, String> sources) {
        this.report = report;
        this.sources = sources;
    }

    static List<LoopSchedule> of(HardwareReport report, Map<String, String> sources) {
        PageSchedule page = new PageSchedule(report, sources);
        for (ModuleDesign module : report.scheduled().design().modules()) {
            if (module instanceof ModuleDesign.Sequential sequential) {
                Enclosing function = new Enclosing(
                        module.function().name(), module.function().span());
                sequential.body().units().forEach(unit -> page.add(unit, function));
            }
        }
        return page.loops;
    }

    /** The innermost loop around something, or the function. */
    private record Enclosing(String name, Span span) {}

    private void add(Unit unit, Enclosing around) {
        switch (unit) {
            case Unit.PipelinedLoop loop -> {
                Enclosing itself =
                        new Enclosing(loop.loop().label(), loop.loop().span());
                add(itself, loop.placements(), loop.interval(), loop.depth());
            }
            case Unit.Block block -> {
                if (work(block.placements()).count() >= SMALLEST) {
                    add(around, block.placements(), 0, block.length());
                }
            }
            default -> {
                Enclosing inner = inner(unit, around);
                unit.parts().stream().flatMap(part -> part.units().stream()).forEach(part -> add(part, inner));
            }
        }
    }

    private static Enclosing inner(Unit unit, Enclosing around) {
        return switch (unit) {
            case Unit.CountedLoop loop ->
                new Enclosing(loop.loop().label(), loop.loop().span());
            case Unit.FrameLoop loop ->
                new Enclosing(loop.loop().label(), loop.loop().span());
            case Unit.ConditionLoop loop ->
                new Enclosing(loop.loop().label(), loop.loop().span());
            default -> around;
        };
    }

    private void add(Enclosing around, List<Placement> placements, int interval, int depth) {
        List<LoopSchedule.Row> rows = rows(work(placements).toList());
        if (rows.isEmpty()) {
            return;
        }
        long cycles = report.loops().stream()
                .filter(loop -> interval > 0 && loop.label().equals(around.name()))
                .mapToLong(HardwareReport.Loop::cycles)
                .sum();
        loops.add(
                new LoopSchedule(around.name(), PageLoops.line(around.span(), sources), interval, depth, cycles, rows));
    }

    /** Everything that is more than wires. */
    private static Stream<Placement> work(List<Placement> placements) {
        return placements.stream().filter(placement -> !(placement.resource() instanceof Resource.Wires));
    }

    // ---- rows

    private record Group(String operation, LoopSchedule.Kind kind, Span line) {}

    private List<LoopSchedule.Row> rows(List<Placement> placements) {
        List<LoopSchedule.Row> rows = rows(placements, PageSchedule::group);
        return rows.size() <= ROWS ? rows : rows(placements, PageSchedule::coarseGroup);
    }

    private List<LoopSchedule.Row> rows(List<Placement> placements, Function<Placement, Group> grouping) {
        Map<Group, List<Placement>> groups = new LinkedHashMap<>();
        placements.forEach(placement -> groups.computeIfAbsent(grouping.apply(placement), _ -> new ArrayList<>())
                .add(placement));
        List<LoopSchedule.Row> rows = new ArrayList<>();
        groups.forEach((group, members) -> rows.add(new LoopSchedule.Row(
                group.operation(),
                group.kind(),
                members.size(),
                PageLoops.line(group.line(), sources),
                spans(members))));
        rows.sort(Comparator.comparingInt(
                        (LoopSchedule.Row row) -> row.spans().getFirst().start())
                .thenComparingInt(row -> row.source().map(line -> line.line()).orElse(0)));
        return rows;
    }

    private static Group group(Placement placement) {
        return new Group(words(placement.op()), kind(placement.resource()), line(placement.op()));
    }

    /** Without what sets the copies of an unrolled loop apart: widths and banks. */
    private static String words(Op op) {
        if (op instanceof Op.Compute compute) {
            return compute.operator().mnemonic();
        }
        String words = OperationText.of(op);
        return Access.of(op).isPresent()
                ? BANK.matcher(words).replaceFirst(match -> match.group(1) == null ? "" : match.group(1))
                : words;
    }

    private static Group coarseGroup(Placement placement) {
        LoopSchedule.Kind kind = kind(placement.resource());
        String words = switch (kind) {
            case LOGIC -> "logic";
            case OPERATOR -> "operators";
            case MEMORY -> "accesses";
            case BOARD -> "accesses of board memory";
        };
        return new Group(words, kind, line(placement.op()));
    }

    /** The first line of the operation alone: what else a statement spans does not tell operations apart. */
    private static Span line(Op op) {
        Span span = op.span();
        return span.isKnown() ? new Span(span.file(), span.startLine(), 1, span.startLine(), 2) : Span.NONE;
    }

    private static LoopSchedule.Kind kind(Resource resource) {
        return switch (resource) {
            case Resource.Wires _ -> LoopSchedule.Kind.LOGIC;
            case Resource.Operator operator ->
                isLarge(operator.kind()) ? LoopSchedule.Kind.OPERATOR : LoopSchedule.Kind.LOGIC;
            case Resource.CoreInstance _ -> LoopSchedule.Kind.OPERATOR;
            case Resource.MemoryPort _, Resource.FifoSide _ -> LoopSchedule.Kind.MEMORY;
            case Resource.BoardAccess _ -> LoopSchedule.Kind.BOARD;
        };
    }

    private static boolean isLarge(String kind) {
        return kind.startsWith("mul") || kind.startsWith("div") || kind.startsWith("rem") || kind.startsWith("f");
    }

    /** The cycles in which any of them is at work. */
    private static List<LoopSchedule.Span> spans(Collection<Placement> placements) {
        TreeMap<Integer, Integer> ends = new TreeMap<>();
        placements.forEach(placement -> ends.merge(placement.step(), placement.resultStep(), Math::max));
        List<LoopSchedule.Span> spans = new ArrayList<>();
        Optional<LoopSchedule.Span> open = Optional.empty();
        for (Map.Entry<Integer, Integer> work : ends.entrySet()) {
            int start = work.getKey();
            int end = Math.max(work.getValue(), start + 1);
            if (open.isPresent() && start <= open.get().start() + open.get().length()) {
                LoopSchedule.Span joined = open.get();
                int until = Math.max(end, joined.start() + joined.length());
                open = Optional.of(new LoopSchedule.Span(joined.start(), until - joined.start()));
            } else {
                open.ifPresent(spans::add);
                open = Optional.of(new LoopSchedule.Span(start, end - start));
            }
        }
        open.ifPresent(spans::add);
        return spans;
    }
}
