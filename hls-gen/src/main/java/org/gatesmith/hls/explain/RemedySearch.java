package org.gatesmith.hls.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.dependence.Dependence;
import org.gatesmith.hls.dependence.MemoryAnalysis;
import org.gatesmith.hls.design.IntervalBounds;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.hls.scheduler.ScheduledKernel;

/** Tries changes until a loop reaches the interval asked for, or none is left. */
final class RemedySearch {

    /** Clocks that are tried, in MHz. */
    private static final List<Double> CLOCKS = List.of(250.0, 200.0, 150.0, 100.0, 75.0, 50.0);

    private final Trial start;
    private final Trials trials;
    private final Progress progress;

    RemedySearch(
            CompiledKernel kernel,
            ScheduledKernel scheduled,
            Board board,
            double megahertz,
            FloatOperators floats,
            Progress progress) {
        this.start = new Trial(kernel, megahertz, scheduled);
        this.trials = new Trials(board, floats);
        this.progress = progress;
    }

    /** Changes that bring the loop nearer to the interval asked for: of the layout, else also by a promise, else of the clock. */
    List<Remedy> find(Unit.PipelinedLoop unit) {
        trials.begin();
        String label = unit.loop().label();
        LayoutSearch layouts = new LayoutSearch(trials, label, progress);
        List<Remedy> remedies = new ArrayList<>();
        LayoutSearch.Found found = layouts.from(start, unit);
        if (!found.layouts().isEmpty()) {
            remedies.add(remedy(List.of(), found));
        }
        if (!Trial.reaches(found.unit())) {
            Optional<Remedy> promised = evidence(start, unit)
                    .or(() -> evidence(found.trial(), found.unit()))
                    .flatMap(evidence -> independent(label, evidence, layouts))
                    .filter(remedy -> remedy.interval() < found.unit().interval());
            promised.ifPresent(remedies::add);
        }
        if (remedies.stream()
                .noneMatch(remedy -> remedy.interval() <= unit.bounds().requested())) {
            slower(label, unit.interval(), found.layouts()).ifPresent(remedies::add);
        }
        return remedies;
    }

    private static Remedy remedy(List<? extends Change> first, LayoutSearch.Found found) {
        return new Remedy(
                Stream.<Change>concat(first.stream(), found.layouts().stream()).toList(),
                found.unit().interval(),
                found.trial().scheduled());
    }

    // ---- the author's word

    /** Why a dependence is assumed that makes a recurrence. */
    private static Optional<Dependence.Assumed> evidence(Trial trial, Unit.PipelinedLoop unit) {
        List<Op> cycle = unit.bounds().limits().stream()
                .filter(IntervalBounds.Recurrence.class::isInstance)
                .flatMap(limit -> ((IntervalBounds.Recurrence) limit).cycle().stream())
                .toList();
        return PipelinedLoops.function(trial.design(), unit).stream()
                .flatMap(function ->
                        MemoryAnalysis.of(trial.design().program()).dependences(function, unit.loop()).stream())
                .filter(dependence -> dependence.distance() > 0
                        && cycle.contains(dependence.from())
                        && cycle.contains(dependence.to()))
                .map(Dependence::evidence)
                .filter(Dependence.Assumed.class::isInstance)
                .map(Dependence.Assumed.class::cast)
                .findFirst();
    }

    private Optional<Remedy> independent(String label, Dependence.Assumed evidence, LayoutSearch layouts) {
        return trials.with(start, label, RemedySearch::independent)
                .flatMap(trial -> trial.loop(label)
                        .map(unit ->
                                remedy(List.of(new Change.Independence(label, evidence)), layouts.from(trial, unit))));
    }

    private static Schedule.LoopEdit independent(Schedule.LoopEdit old) {
        return new Schedule.LoopEdit(old.pipelineInterval(), old.unrollFactor(), true, old.tripCount());
    }

    // ---- the clock

    /**
     * The fastest clock at which the loop has the interval asked for and starts more often than with an interval at the present one, with
     * the layouts only if they are needed.
     */
    private Optional<Remedy> slower(String label, int interval, List<Change.Layout> layouts) {
        List<List<Change.Layout>> choices = layouts.isEmpty() ? List.of(layouts) : List.of(List.of(), layouts);
        for (double clock : CLOCKS) {
            for (List<Change.Layout> choice : choices) {
                Optional<Remedy> remedy = clock < start.megahertz()
                        ? at(clock, label, choice)
                                .filter(found -> found.interval() / clock < interval / start.megahertz())
                        : Optional.empty();
                if (remedy.isPresent()) {
                    return remedy;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Remedy> at(double clock, String label, List<Change.Layout> layouts) {
        Schedule schedule = Trials.with(start.kernel().schedule(), layouts);
        return trials.of(start.kernel(), schedule, clock)
                .flatMap(trial -> trial.loop(label)
                        .filter(Trial::reaches)
                        .map(unit -> new Remedy(
                                Stream.<Change>concat(Stream.of(new Change.SlowerClock(clock)), layouts.stream())
                                        .toList(),
                                unit.interval(),
                                trial.scheduled())));
    }

    // ---- loops that are not pipelined

    /** A loop as it were if it were pipelined; empty if it cannot be. */
    Optional<Remedy> pipelining(Op.For loop) {
        return trials.with(start, loop.label(), RemedySearch::pipelined)
                .flatMap(trial -> trial.loop(loop.label())
                        .map(unit -> new Remedy(
                                List.of(new Change.Pipelining(loop.label(), unit.interval())),
                                unit.interval(),
                                trial.scheduled())));
    }

    private static Schedule.LoopEdit pipelined(Schedule.LoopEdit old) {
        return new Schedule.LoopEdit(OptionalInt.of(1), old.unrollFactor(), old.parallel(), old.tripCount());
    }
}
