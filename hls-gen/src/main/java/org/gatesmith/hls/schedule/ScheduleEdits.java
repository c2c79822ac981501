package org.gatesmith.hls.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gatesmith.board.NearestName;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.MethodNames;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Puts a schedule's directives in the place of the source's. Applied before inlining, while functions still are Java methods.
 */
public final class ScheduleEdits {

    private final Schedule schedule;
    private final KernelSignature signature;
    private final Program program;
    private final Set<String> used = new HashSet<>();
    private final Map<String, Set<String>> known = new LinkedHashMap<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    private ScheduleEdits(Schedule schedule, KernelSignature signature, Program program) {
        this.schedule = schedule;
        this.signature = signature;
        this.program = program;
        List.of("loops", "arrays", "fifos").forEach(section -> known.put(section, new TreeSet<>()));
    }

    /**
     * The program with the schedule's directives.
     *
     * @throws DiagnosticException the schedule names what the program does not have
     */
    public static Program apply(Schedule schedule, KernelSignature signature, Program program)
            throws DiagnosticException {
        ScheduleEdits edits = new ScheduleEdits(schedule, signature, program);
        Program edited = edits.program();
        edits.reportUnused("loops", schedule.loops());
        edits.reportUnused("arrays", schedule.arrays());
        edits.reportUnused("fifos", schedule.fifos());
        if (!edits.problems.isEmpty()) {
            throw new DiagnosticException(edits.problems);
        }
        return edited;
    }

    /**
     * The signature with the schedule's bundles.
     *
     * @throws DiagnosticException the schedule names a port that the kernel does not have
     */
    public static KernelSignature apply(Schedule schedule, KernelSignature signature) throws DiagnosticException {
        Set<String> ports = new TreeSet<>();
        signature.arrays().forEach(array -> ports.add(array.name()));
        List<Diagnostic> problems = new ArrayList<>();
        schedule.ports().forEach((name, entry) -> {
            if (!ports.contains(name)) {
                problems.add(unknown("port", name, ports, entry.span()));
            }
        });
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
        List<Parameter> parameters = signature.parameters().stream()
                .map(p -> withBundle(p, schedule))
                .toList();
        return new KernelSignature(
                signature.name(),
                signature.className(),
                signature.methodName(),
                parameters,
                signature.tolerance(),
                signature.summary());
    }

    private static Parameter withBundle(Parameter parameter, Schedule schedule) {
        Schedule.Entry<Schedule.PortEdit> edit = schedule.ports().get(parameter.name());
        if (!(parameter instanceof Parameter.Array array)
                || edit == null
                || edit.value().bundle() == null) {
            return parameter;
        }
        return new Parameter.Array(
                array.name(),
                array.type(),
                array.range(),
                array.direction(),
                array.shape(),
                edit.value().bundle());
    }

    private Program program() {
        MethodNames methods = MethodNames.of(program, signature.methodName());
        List<Function> functions = program.functions().stream()
                .map(f -> new Edit(methods.of(f)).transform(f))
                .toList();
        List<Table> tables = program.tables().stream()
                .map(table -> new Table(
                        table.name(),
                        table.type(),
                        table.elements(),
                        edited(table.directives(), table.type().rank(), null, table.name())))
                .toList();
        return new Program(tables, functions);
    }

    private <T> Schedule.@Nullable Entry<T> find(
            String section, Map<String, Schedule.Entry<T>> entries, @Nullable String method, @Nullable String name) {
        if (name == null) {
            return null;
        }
        String qualified = method == null ? name : method + "." + name;
        java.util.Objects.requireNonNull(known.get(section)).add(qualified);
        for (String key : List.of(qualified, name)) {
            if (entries.containsKey(key)) {
                used.add(section + "/" + key);
                return entries.get(key);
            }
        }
        return null;
    }

    private void reportUnused(String section, Map<String, ? extends Schedule.Entry<?>> entries) {
        entries.forEach((name, entry) -> {
            if (!used.contains(section + "/" + name)) {
                String kind = section.substring(0, section.length() - 1);
                problems.add(unknown(kind, name, java.util.Objects.requireNonNull(known.get(section)), entry.span()));
            }
        });
    }

    private static Diagnostic unknown(String kind, String name, Set<String> known, Span span) {
        return Diagnostic.of(
                Rule.SCHEDULE_UNKNOWN_NAME,
                span,
                "the kernel has no " + kind + " \"" + name + "\"" + NearestName.hint(name, known),
                known.isEmpty() ? "it has no " + kind + "s at all" : kind + "s here: " + String.join(", ", known));
    }

    private ArrayDirectives edited(ArrayDirectives old, int rank, @Nullable String method, @Nullable String name) {
        Schedule.Entry<Schedule.ArrayEdit> entry = find("arrays", schedule.arrays(), method, name);
        if (entry == null) {
            return old;
        }
        Schedule.ArrayEdit edit = entry.value();
        ArrayDirectives edited = new ArrayDirectives(
                edit.partitions() == null ? old.partitions() : edit.partitions(),
                edit.reshapes() == null ? old.reshapes() : edit.reshapes(),
                edit.storage() == null ? old.storage() : edit.storage());
        boolean fits = edited.partitions().stream().allMatch(s -> s.dimension() <= rank)
                && edited.reshapes().stream().allMatch(s -> s.dimension() <= rank);
        if (!fits) {
            problems.add(Diagnostic.of(
                    Rule.SCHEDULE_VALUE,
                    entry.span(),
                    "array \"" + name + "\" has " + rank + " dimension" + (rank == 1 ? "" : "s"),
                    "dimensions count from 1; 0 stands for all"));
        }
        return edited;
    }

    /** Edits the operations of one function. */
    private final class Edit extends IrTransform {
        private final String method;

        Edit(String method) {
            this.method = method;
        }

        @Override
        protected void visit(Op.AllocArray op) {
            ArrayDirectives directives = edited(
                    op.directives(), op.type().rank(), method, op.result().name());
            emit(new Op.AllocArray(op.result(), op.zeroed(), directives, op.span()));
        }

        @Override
        protected void visit(Op.AllocFifo op) {
            Value fifo = op.result();
            Schedule.Entry<Integer> depth = find("fifos", schedule.fifos(), method, fifo.name());
            emit(depth == null ? op : new Op.AllocFifo(fifo, depth.value(), op.span()));
        }

        @Override
        protected void visit(Op.For op) {
            super.visit(op.withDirectives(directives(op.label(), op.directives())));
        }

        @Override
        protected void visit(Op.While op) {
            super.visit(new Op.While(
                    op.results(),
                    op.label(),
                    op.initial(),
                    op.before(),
                    op.body(),
                    directives(op.label(), op.directives()),
                    op.span()));
        }

        private LoopDirectives directives(String label, LoopDirectives old) {
            Schedule.Entry<Schedule.LoopEdit> entry = find("loops", schedule.loops(), null, label);
            if (entry == null) {
                return old;
            }
            Schedule.LoopEdit edit = entry.value();
            return new LoopDirectives(
                    edit.pipelineInterval().orElse(old.pipelineInterval()),
                    edit.unrollFactor().orElse(old.unrollFactor()),
                    edit.parallel() == null ? old.parallel() : edit.parallel(),
                    old.reassociate(),
                    edit.tripCount() == null ? old.tripCount() : edit.tripCount());
        }
    }
}
