package org.gatesmith.hls.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.IntervalBounds;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Span;
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

    /** The first change that reaches the interval asked for, or else the one that comes nearest. */
    Optional<Remedy> find(Design design, Unit.PipelinedLoop unit) {
        if (unit.bounds().limits().isEmpty()) {
            return Optional.empty();
        }
        return switch (unit.bounds().limits().getFirst()) {
            case IntervalBounds.Contention contention -> layout(design, unit, contention);
            case IntervalBounds.Recurrence _ -> slowerClock(unit);
        };
    }

    private Optional<Remedy> layout(Design design, Unit.PipelinedLoop unit, IntervalBounds.Contention contention) {
        Optional<DeclaredArray> array = DeclaredArray.of(kernel, design, contention.memory());
        if (array.isEmpty()) {
            return Optional.empty();
        }
        Optional<Remedy> best = Optional.empty();
        int reached = unit.interval();
        for (Schedule.ArrayEdit edit : array.get().finerLayouts()) {
            OptionalInt interval = interval(with(array.get().name(), edit), megahertz, unit);
            if (interval.isPresent() && interval.getAsInt() < reached) {
                reached = interval.getAsInt();
                best = Optional.of(new Remedy.Layout(array.get().name(), edit, reached));
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

    private Optional<Remedy> slowerClock(Unit.PipelinedLoop unit) {
        for (double clock : CLOCKS) {
            if (clock < megahertz) {
                OptionalInt interval = interval(kernel.schedule(), clock, unit);
                if (interval.isPresent() && interval.getAsInt() <= unit.bounds().requested()) {
                    return Optional.of(new Remedy.SlowerClock(clock, interval.getAsInt()));
                }
            }
        }
        return Optional.empty();
    }

    /** The interval of the loop with another schedule or clock; empty if the kernel cannot be scheduled so. */
    private OptionalInt interval(Schedule schedule, double clock, Unit.PipelinedLoop unit) {
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
            return PipelinedLoops.interval(design, unit.loop().label());
        } catch (DiagnosticException e) {
            return OptionalInt.empty();
        }
    }
}
