package org.gatesmith.hls.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.dependence.Dependence;
import org.gatesmith.hls.dependence.MemoryAnalysis;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.IntervalBounds;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.hls.schedule.ScheduleEdits;

/** Tries changes of the schedule until a loop reaches the interval asked for, or none is left. */
final class RemedySearch {

    /** Clocks that are tried, in MHz. */
    private static final List<Double> CLOCKS = List.of(250.0, 200.0, 150.0, 100.0, 75.0, 50.0);

    private final CompiledKernel kernel;
    private final Board board;
    private final double megahertz;
    private final FloatOperators floats;

    RemedySearch(CompiledKernel kernel, Board board, double megahertz, FloatOperators floats) {
        this.kernel = kernel;
        this.board = board;
        this.megahertz = megahertz;
        this.floats = floats;
    }

    /** Changes that bring the loop nearer to the interval asked for. */
    List<Remedy> find(Design design, Unit.PipelinedLoop unit) {
        if (unit.bounds().limits().isEmpty()) {
            return List.of();
        }
        return switch (unit.bounds().limits().getFirst()) {
            case IntervalBounds.Contention contention ->
                layout(design, unit, contention).stream().toList();
            case IntervalBounds.Recurrence recurrence -> shorter(design, unit, recurrence);
        };
    }

    // ---- ports

    private Optional<Remedy> layout(Design design, Unit.PipelinedLoop unit, IntervalBounds.Contention contention) {
        return DeclaredArray.of(kernel, design, contention.memory())
                .flatMap(array ->
                        firstOf(array.finerLayouts(contention.accesses().size()), array, unit));
    }

    /** The first layout that reaches the interval asked for, or else the one that comes nearest. */
    private Optional<Remedy> firstOf(List<Schedule.ArrayEdit> layouts, DeclaredArray array, Unit.PipelinedLoop unit) {
        Optional<Remedy> best = Optional.empty();
        int reached = unit.interval();
        for (Schedule.ArrayEdit edit : layouts) {
            OptionalInt interval =
                    interval(with(array.name(), edit), megahertz, unit.loop().label());
            if (interval.isPresent() && interval.getAsInt() < reached) {
                reached = interval.getAsInt();
                best = Optional.of(new Remedy.Layout(array.name(), edit, reached));
            }
            if (reached <= unit.bounds().requested()) {
                break;
            }
        }
        return best;
    }

    private Schedule with(String array, Schedule.ArrayEdit edit) {
        Schedule schedule = kernel.schedule();
        Map<String, Schedule.Entry<Schedule.ArrayEdit>> arrays = new LinkedHashMap<>(schedule.arrays());
        arrays.put(array, new Schedule.Entry<>(edit, Span.NONE));
        return new Schedule(schedule.tunables(), schedule.loops(), arrays, schedule.fifos(), schedule.ports());
    }

    // ---- recurrences

    /** A memory that is read sooner, the word that nothing comes back, or a clock that leaves more time. */
    private List<Remedy> shorter(Design design, Unit.PipelinedLoop unit, IntervalBounds.Recurrence recurrence) {
        List<Remedy> found = new ArrayList<>();
        fasterMemory(design, unit, recurrence).ifPresent(found::add);
        if (missing(found, unit)) {
            independence(design, unit, recurrence).ifPresent(found::add);
        }
        if (missing(found, unit)) {
            slowerClock(unit).ifPresent(found::add);
        }
        return found;
    }

    private static boolean missing(List<Remedy> found, Unit.PipelinedLoop unit) {
        return found.stream()
                .noneMatch(remedy -> remedy.interval() <= unit.bounds().requested());
    }

    private Optional<Remedy> fasterMemory(
            Design design, Unit.PipelinedLoop unit, IntervalBounds.Recurrence recurrence) {
        return recurrence.cycle().stream()
                .flatMap(op -> Access.of(op).stream())
                .map(Access::memory)
                .distinct()
                .flatMap(memory -> DeclaredArray.of(kernel, design, memory).stream())
                .flatMap(array -> firstOf(array.fasterLayouts(), array, unit).stream())
                .min(Comparator.comparingInt(Remedy::interval));
    }

    private Optional<Remedy> independence(
            Design design, Unit.PipelinedLoop unit, IntervalBounds.Recurrence recurrence) {
        Optional<Dependence.Assumed> assumed = PipelinedLoops.function(design, unit).stream()
                .flatMap(function -> MemoryAnalysis.of(design.program()).dependences(function, unit.loop()).stream())
                .filter(dependence -> dependence.distance() > 0
                        && recurrence.cycle().contains(dependence.from())
                        && recurrence.cycle().contains(dependence.to()))
                .map(Dependence::evidence)
                .filter(Dependence.Assumed.class::isInstance)
                .map(Dependence.Assumed.class::cast)
                .findFirst();
        if (assumed.isEmpty()) {
            return Optional.empty();
        }
        String loop = unit.loop().label();
        Schedule parallel = with(
                loop, old -> new Schedule.LoopEdit(old.pipelineInterval(), old.unrollFactor(), true, old.tripCount()));
        OptionalInt interval = interval(parallel, megahertz, loop);
        return interval.isPresent() && interval.getAsInt() < unit.interval()
                ? Optional.of(new Remedy.Independence(loop, assumed.get(), interval.getAsInt()))
                : Optional.empty();
    }

    private Schedule with(String loop, UnaryOperator<Schedule.LoopEdit> edit) {
        Schedule schedule = kernel.schedule();
        Map<String, Schedule.Entry<Schedule.LoopEdit>> loops = new LinkedHashMap<>(schedule.loops());
        Schedule.LoopEdit old = loops.containsKey(loop)
                ? loops.get(loop).value()
                : new Schedule.LoopEdit(OptionalInt.empty(), OptionalInt.empty(), null, null);
        loops.put(loop, new Schedule.Entry<>(edit.apply(old), Span.NONE));
        return new Schedule(schedule.tunables(), loops, schedule.arrays(), schedule.fifos(), schedule.ports());
    }

    /** The interval that a loop would have if it were pipelined; empty if it cannot be. */
    Optional<Remedy.Pipelining> pipelining(Op.For loop) {
        Schedule pipelined = with(
                loop.label(),
                old -> new Schedule.LoopEdit(OptionalInt.of(1), old.unrollFactor(), old.parallel(), old.tripCount()));
        OptionalInt interval = interval(pipelined, megahertz, loop.label());
        return interval.isPresent()
                ? Optional.of(new Remedy.Pipelining(loop.label(), interval.getAsInt()))
                : Optional.empty();
    }

    private Optional<Remedy> slowerClock(Unit.PipelinedLoop unit) {
        for (double clock : CLOCKS) {
            if (clock < megahertz) {
                OptionalInt interval =
                        interval(kernel.schedule(), clock, unit.loop().label());
                if (interval.isPresent() && interval.getAsInt() <= unit.bounds().requested()) {
                    return Optional.of(new Remedy.SlowerClock(clock, interval.getAsInt()));
                }
            }
        }
        return Optional.empty();
    }

    /** The interval of the loop with another schedule or clock; empty if the kernel cannot be scheduled so. */
    private OptionalInt interval(Schedule schedule, double clock, String loop) {
        try {
            Program edited = ScheduleEdits.apply(schedule, kernel.signature(), kernel.accepted());
            CompiledKernel changed = new CompiledKernel(
                    kernel.signature(),
                    kernel.method(),
                    kernel.accepted(),
                    Pipeline.standard().run(edited),
                    kernel.tunables(),
                    schedule,
                    kernel.sources(),
                    kernel.warnings());
            Design design = changed.scheduled(board, clock, floats).design();
            return PipelinedLoops.interval(design, loop);
        } catch (DiagnosticException e) {
            return OptionalInt.empty();
        }
    }
}
