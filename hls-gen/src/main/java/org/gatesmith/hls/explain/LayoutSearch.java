package org.gatesmith.hls.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.IntervalBounds;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.schedule.Schedule;

/**
 * Tries layouts of the arrays that hold a loop up, one array after another: what is best for the strictest bound stays, and the bounds
 * that are left say where to go on.
 */
final class LayoutSearch {

    private final Trials trials;
    private final String label;
    private final Progress progress;

    LayoutSearch(Trials trials, String label, Progress progress) {
        this.trials = trials;
        this.label = label;
        this.progress = progress;
    }

    /**
     * What the search came to.
     *
     * @param layouts without which the loop were slower, at most one for each array; none if nothing helps
     * @param trial with all of them
     */
    record Found(List<Change.Layout> layouts, Trial trial, Unit.PipelinedLoop unit) {}

    private record Step(Change.Layout layout, Trial trial, Unit.PipelinedLoop unit) {}

    /** Improves a loop from where it stands. */
    Found from(Trial start, Unit.PipelinedLoop unit) {
        Map<String, Change.Layout> layouts = new LinkedHashMap<>();
        Trial trial = start;
        Unit.PipelinedLoop reached = unit;
        Optional<Step> step = next(trial, reached);
        while (step.isPresent()) {
            layouts.put(step.get().layout().array(), step.get().layout());
            trial = step.get().trial();
            reached = step.get().unit();
            step = next(trial, reached);
        }
        return reached.interval() < unit.interval()
                ? needed(start, new Found(List.copyOf(layouts.values()), trial, reached))
                : new Found(List.of(), start, unit);
    }

    private Optional<Step> next(Trial trial, Unit.PipelinedLoop unit) {
        if (Trial.reaches(unit)) {
            return Optional.empty();
        }
        return unit.bounds().limits().stream()
                .flatMap(limit -> best(trial, unit, limit).stream())
                .findFirst();
    }

    /** The layout that reaches the interval asked for, or else the one that comes nearest. */
    private Optional<Step> best(Trial trial, Unit.PipelinedLoop unit, IntervalBounds.Limit limit) {
        Optional<Step> best = Optional.empty();
        Trial.Standing standing = Trial.standing(unit);
        for (Change.Layout layout : layouts(trial, unit.bounds().requested(), limit)) {
            if (trials.isExhausted()) {
                break;
            }
            Optional<Step> step = tried(trial, layout);
            if (step.isPresent() && Trial.standing(step.get().unit()).compareTo(standing) < 0) {
                best = step;
                standing = Trial.standing(step.get().unit());
                if (Trial.reaches(step.get().unit())) {
                    break;
                }
            }
            progress.tried(label, trials.count(), standing.interval());
        }
        return best;
    }

    private Optional<Step> tried(Trial trial, Change.Layout layout) {
        return trials.with(trial, layout)
                .flatMap(changed -> changed.loop(label).map(unit -> new Step(layout, changed, unit)));
    }

    /** Without the layouts that a later one has made superfluous. */
    private Found needed(Trial start, Found found) {
        Found kept = found;
        for (Change.Layout layout : found.layouts()) {
            List<Change.Layout> others = new ArrayList<>(kept.layouts());
            others.remove(layout);
            if (others.isEmpty()) {
                return kept;
            }
            Schedule schedule = Trials.with(start.kernel().schedule(), others);
            Optional<Trial> trial = trials.of(start.kernel(), schedule, start.megahertz());
            Optional<Unit.PipelinedLoop> unit = trial.flatMap(without -> without.loop(label));
            if (unit.isPresent() && unit.get().interval() <= found.unit().interval()) {
                kept = new Found(List.copyOf(others), trial.orElseThrow(), unit.get());
            }
        }
        return kept;
    }

    // ---- what to try

    private static List<Change.Layout> layouts(Trial trial, int requested, IntervalBounds.Limit limit) {
        return switch (limit) {
            case IntervalBounds.Contention contention ->
                declared(trial, contention.memory())
                        .flatMap(array -> layouts(array, finer(array, requested, contention)))
                        .toList();
            case IntervalBounds.Recurrence recurrence ->
                recurrence.cycle().stream()
                        .flatMap(op -> Access.of(op).stream())
                        .map(Access::memory)
                        .distinct()
                        .flatMap(memory -> declared(trial, memory))
                        .distinct()
                        .flatMap(array -> layouts(array, array.fasterLayouts()))
                        .toList();
        };
    }

    private static List<Schedule.ArrayEdit> finer(
            DeclaredArray array, int requested, IntervalBounds.Contention contention) {
        int banks = Math.ceilDiv(contention.together(), requested * contention.ports());
        return array.finerLayouts(banks, contention.accesses().size(), dimensions(array, contention));
    }

    /** Where the indices of the accesses are not all the same value; every dimension if the memory has not those of the array. */
    private static SortedSet<Integer> dimensions(DeclaredArray array, IntervalBounds.Contention contention) {
        SortedSet<Integer> dimensions = new TreeSet<>();
        int rank = array.type().rank();
        boolean isWhole = contention.memory().type() instanceof ArrayType memory && memory.rank() == rank;
        for (int dimension = 1; dimension <= rank; dimension++) {
            int place = dimension - 1;
            long indices = contention.accesses().stream()
                    .flatMap(op -> Access.of(op).stream())
                    .map(access -> access.indices().get(isWhole ? place : 0))
                    .distinct()
                    .count();
            if (!isWhole || indices > 1) {
                dimensions.add(dimension);
            }
        }
        return dimensions;
    }

    private static Stream<DeclaredArray> declared(Trial trial, Value memory) {
        return DeclaredArray.of(trial.kernel(), trial.design(), memory).stream();
    }

    private static Stream<Change.Layout> layouts(DeclaredArray array, List<Schedule.ArrayEdit> edits) {
        return edits.stream().map(edit -> new Change.Layout(array.name(), edit));
    }
}
