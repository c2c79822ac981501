package org.gatesmith.hls.explain;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.hls.scheduler.ScheduledKernel;

/** Schedules a kernel with changes, as often as there is patience for. */
final class Trials {

    /** Operations scheduled for one loop, all its trials together: about 15 seconds on a processor of 2020. */
    private static final long MOST_OPERATIONS = 150_000;

    private final Board board;
    private final FloatOperators floats;
    private final Map<Attempt, Optional<Trial>> known = new HashMap<>();
    private long operations;
    private int count;

    /** Loops that the same arrays hold up often try the same. */
    private record Attempt(Schedule schedule, double megahertz) {}

    Trials(Board board, FloatOperators floats) {
        this.board = board;
        this.floats = floats;
    }

    /** For the next loop the patience is new. */
    void begin() {
        operations = 0;
        count = 0;
    }

    /** How often the kernel was scheduled for this loop. */
    int count() {
        return count;
    }

    boolean isExhausted() {
        return operations >= MOST_OPERATIONS;
    }

    /** The kernel with another schedule and clock; empty if it cannot be scheduled so, or is too large for the board. */
    Optional<Trial> of(CompiledKernel kernel, Schedule schedule, double megahertz) {
        Attempt attempt = new Attempt(schedule, megahertz);
        Optional<Trial> trial = known.get(attempt);
        if (trial == null) {
            count++;
            trial = scheduled(kernel, attempt);
            trial.ifPresent(done -> operations += PipelinedLoops.operations(done.design()));
            known.put(attempt, trial);
        }
        return trial;
    }

    private Optional<Trial> scheduled(CompiledKernel kernel, Attempt attempt) {
        try {
            CompiledKernel changed = kernel.withSchedule(attempt.schedule());
            ScheduledKernel scheduled = changed.scheduled(board, attempt.megahertz(), floats);
            return scheduled.isTooLarge()
                    ? Optional.empty()
                    : Optional.of(new Trial(changed, attempt.megahertz(), scheduled));
        } catch (DiagnosticException e) {
            return Optional.empty();
        }
    }

    /** With another layout of an array. */
    Optional<Trial> with(Trial trial, Change.Layout layout) {
        return of(trial.kernel(), with(trial.kernel().schedule(), layout), trial.megahertz());
    }

    /** With other directives of a loop. */
    Optional<Trial> with(Trial trial, String loop, UnaryOperator<Schedule.LoopEdit> edit) {
        return of(trial.kernel(), with(trial.kernel().schedule(), loop, edit), trial.megahertz());
    }

    static Schedule with(Schedule schedule, List<Change.Layout> layouts) {
        Schedule all = schedule;
        for (Change.Layout layout : layouts) {
            all = with(all, layout);
        }
        return all;
    }

    private static Schedule with(Schedule schedule, Change.Layout layout) {
        Map<String, Schedule.Entry<Schedule.ArrayEdit>> arrays = new LinkedHashMap<>(schedule.arrays());
        arrays.put(layout.array(), new Schedule.Entry<>(layout.edit(), Span.NONE));
        return new Schedule(schedule.tunables(), schedule.loops(), arrays, schedule.fifos(), schedule.ports());
    }

    private static Schedule with(Schedule schedule, String loop, UnaryOperator<Schedule.LoopEdit> edit) {
        Map<String, Schedule.Entry<Schedule.LoopEdit>> loops = new LinkedHashMap<>(schedule.loops());
        Schedule.LoopEdit old = loops.containsKey(loop)
                ? loops.get(loop).value()
                : new Schedule.LoopEdit(OptionalInt.empty(), OptionalInt.empty(), null, null);
        loops.put(loop, new Schedule.Entry<>(edit.apply(old), Span.NONE));
        return new Schedule(schedule.tunables(), loops, schedule.arrays(), schedule.fifos(), schedule.ports());
    }
}
