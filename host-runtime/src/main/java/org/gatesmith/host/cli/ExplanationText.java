package org.gatesmith.host.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.api.StorageKind;
import org.gatesmith.board.Board;
import org.gatesmith.board.Figures;
import org.gatesmith.hls.design.IntervalBounds;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.estimate.OperationText;
import org.gatesmith.hls.explain.Change;
import org.gatesmith.hls.explain.Explanation;
import org.gatesmith.hls.explain.Remedy;
import org.gatesmith.hls.ir.ArrayDirectives.Split;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Value;

/** An explanation in words. */
record ExplanationText(Explanation explanation, RemedyEffects effects, ThrottleText fifos, Board board) {

    private static final String INDENT = "  ";

    String plain() {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.scheduled().design().signature().name() + " on the " + board.displayName() + " at "
                + Figures.plain(explanation.scheduled().design().clock().megahertz()) + " MHz");
        lines.add("");
        List<Diagnostic> others = explanation.scheduled().diagnostics().stream()
                .filter(diagnostic -> diagnostic.rule() != Rule.INTERVAL_MISSED && diagnostic.rule() != Rule.TOO_LARGE)
                .toList();
        if (!explanation.hasSearched()) {
            lines.add(
                    "The kernel is too large for the board as it is: what would make its loops faster was not looked for.");
        } else if (explanation.slow().isEmpty()
                && others.isEmpty()
                && explanation.oneByOne().isEmpty()) {
            lines.add(
                    explanation.hasPipelinedLoops()
                            ? "Every pipelined loop has the interval that is asked for."
                            : "No loop is pipelined, and none can be as it stands.");
        }
        explanation.slow().forEach(loop -> addLoop(lines, loop));
        others.forEach(diagnostic -> lines.add(diagnostic.span().line() + ": " + diagnostic.message()));
        explanation.oneByOne().forEach(loop -> addSequential(lines, loop));
        lines.addAll(fifos.lines());
        lines.add("");
        lines.add("board memory");
        lines.addAll(new BoardMemoryText(explanation.requests()).lines());
        return String.join(System.lineSeparator(), lines);
    }

    private void addLoop(List<String> lines, Explanation.SlowLoop slow) {
        Unit.PipelinedLoop unit = slow.unit();
        lines.add("loop " + unit.loop().label() + " (" + unit.loop().span().line() + ") starts every " + unit.interval()
                + " cycles, asked for " + unit.bounds().requested());
        unit.bounds().limits().forEach(limit -> addLimit(lines, limit));
        if (unit.bounds().limits().isEmpty()) {
            lines.add(INDENT + "no single bound forbids less; recurrences and ports together left no place");
        }
        lines.add(INDENT + "smallest interval possible as it stands: " + slow.smallest());
        slow.remedies().forEach(remedy -> addRemedy(lines, remedy));
        if (slow.remedies().isEmpty() && explanation.hasSearched()) {
            lines.add(INDENT + withoutRemedy(slow));
        }
    }

    private void addSequential(List<String> lines, Explanation.SequentialLoop sequential) {
        lines.add("loop " + sequential.loop().label() + " ("
                + sequential.loop().span().line()
                + ") is not pipelined: an iteration begins when the one before has ended");
        addRemedy(lines, sequential.remedy());
    }

    // ---- limits

    private void addLimit(List<String> lines, IntervalBounds.Limit limit) {
        switch (limit) {
            case IntervalBounds.Recurrence recurrence -> addRecurrence(lines, recurrence);
            case IntervalBounds.Contention contention -> addContention(lines, contention);
        }
    }

    private void addRecurrence(List<String> lines, IntervalBounds.Recurrence recurrence) {
        String iterations =
                recurrence.distance() == 1 ? "in the next iteration" : recurrence.distance() + " iterations later";
        lines.add(INDENT + "recurrence: a result is needed " + iterations + " and takes " + cycles(recurrence.latency())
                + ", so at least " + recurrence.interval());
        for (IntervalBounds.Leg leg : recurrence.legs()) {
            lines.add(INDENT.repeat(2) + OperationText.of(leg.op()) + ", " + time(leg) + at(leg.op()));
        }
    }

    private static String time(IntervalBounds.Leg leg) {
        String rest = cycles(leg.rest());
        String after = switch (leg.reason()) {
            case NONE -> "";
            case NEXT_CYCLE -> rest + " as the next does not fit into the same";
            case REGISTER -> rest + " in the register for the next iteration";
            case ORDER -> rest + " until the next access";
        };
        if (after.isEmpty()) {
            return leg.latency() == 0 ? "within a cycle" : cycles(leg.latency());
        }
        return leg.latency() == 0 ? after : cycles(leg.latency()) + " and " + after;
    }

    private static String cycles(int number) {
        return number == 1 ? "1 cycle" : number + " cycles";
    }

    private void addContention(List<String> lines, IntervalBounds.Contention contention) {
        lines.add(INDENT + "ports: " + contention.accesses().size()
                + (contention.memory().type() instanceof PortType ? " requests to " : " accesses of ")
                + memory(contention.memory())
                + (contention.together() == contention.accesses().size()
                        ? ""
                        : ", of which at most " + contention.together() + " happen in an iteration,")
                + " share " + contention.ports() + (contention.ports() == 1 ? " port" : " ports") + ", so at least "
                + contention.interval());
        Map<String, Integer> accesses = new LinkedHashMap<>();
        contention.accesses().forEach(op -> accesses.merge(OperationText.of(op) + at(op), 1, Integer::sum));
        accesses.forEach(
                (access, count) -> lines.add(INDENT.repeat(2) + access + (count == 1 ? "" : ", " + count + " times")));
    }

    private static String memory(Value memory) {
        String kind = switch (memory.type()) {
            case ArrayType type -> " (" + type + ")";
            case FifoType _ -> " (FIFO)";
            case PortType _ -> " (board memory)";
            default -> "";
        };
        return OperationText.name(memory) + kind;
    }

    private static String at(Op op) {
        String place = op.span().line();
        return place.isEmpty() ? "" : ", " + place;
    }

    // ---- remedies

    private void addRemedy(List<String> lines, Remedy remedy) {
        lines.add(INDENT + text(remedy));
        lines.add(INDENT.repeat(2) + effects.text(remedy));
    }

    private String text(Remedy remedy) {
        return condition(remedy) + " it starts every " + cyclesOf(remedy.interval()) + ": " + how(remedy);
    }

    private static String condition(Remedy remedy) {
        return switch (remedy.changes().getFirst()) {
            case Change.Independence independence ->
                "nothing shows that iterations are independent ("
                        + independence.evidence().reason()
                        + because(independence.evidence().place())
                        + "); if no iteration touches what another one writes, say so with @Parallel, or in the schedule file;"
                        + " with this there";
            case Change.Pipelining _ -> "with @Pipeline, or this in the schedule file,";
            case Change.SlowerClock clock ->
                "at " + Figures.plain(clock.megahertz()) + " MHz"
                        + (remedy.changes().size() == 1 ? "" : " and with this in the schedule file");
            case Change.Layout _ -> "with this in the schedule file";
        };
    }

    /** What goes into the schedule file or onto the command line. */
    private static String how(Remedy remedy) {
        List<String> parts = new ArrayList<>();
        remedy.changes(Change.SlowerClock.class)
                .forEach(clock -> parts.add("--clock " + Figures.plain(clock.megahertz())));
        remedy.changes(Change.Pipelining.class)
                .forEach(loop ->
                        parts.add("\"loops\": {\"" + loop.loop() + "\": {\"pipeline\": " + loop.interval() + "}}"));
        remedy.changes(Change.Independence.class)
                .forEach(loop -> parts.add("\"loops\": {\"" + loop.loop() + "\": {\"parallel\": true}}"));
        List<Change.Layout> layouts = remedy.changes(Change.Layout.class);
        if (!layouts.isEmpty()) {
            parts.add(layouts.stream()
                    .map(layout -> "\"" + layout.array() + "\": {" + edit(layout) + "}")
                    .collect(Collectors.joining(", ", "\"arrays\": {", "}")));
        }
        return String.join(", ", parts);
    }

    private static String edit(Change.Layout layout) {
        List<String> parts = new ArrayList<>();
        if (layout.edit().partitions() instanceof List<Split> splits) {
            parts.add("\"partition\": " + text(splits));
        }
        if (layout.edit().reshapes() instanceof List<Split> splits) {
            parts.add("\"reshape\": " + text(splits));
        }
        if (layout.edit().storage() instanceof StorageKind storage) {
            parts.add("\"storage\": \"" + storage.name().toLowerCase(Locale.ROOT) + "\"");
        }
        return String.join(", ", parts);
    }

    private static String text(List<Split> splits) {
        return splits.stream().map(ExplanationText::text).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(Split split) {
        String factor = split.factor() == 0 ? "" : ", \"factor\": " + split.factor();
        return "{\"dim\": " + split.dimension() + ", \"kind\": \""
                + split.kind().name().toLowerCase(Locale.ROOT) + "\"" + factor + "}";
    }

    private static String cyclesOf(int interval) {
        return interval == 1 ? "cycle" : interval + " cycles";
    }

    private static String withoutRemedy(Explanation.SlowLoop slow) {
        String honest = "\"loops\": {\"" + slow.unit().loop().label() + "\": {\"pipeline\": "
                + slow.unit().interval() + "}}";
        return "no change of the schedule that was tried helps; this asks for what is possible: " + honest;
    }

    static String because(Span place) {
        return place.isKnown() ? " (" + place.line() + ")" : "";
    }
}
