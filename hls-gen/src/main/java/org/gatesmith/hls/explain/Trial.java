package org.gatesmith.hls.explain;

import java.util.Comparator;
import java.util.Optional;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.IntervalBounds;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.scheduler.ScheduledKernel;

/**
 * A kernel that was scheduled with some changes.
 *
 * @param kernel with the changed schedule
 * @param megahertz the clock
 */
record Trial(CompiledKernel kernel, double megahertz, ScheduledKernel scheduled) {

    /**
     * How far a loop is from its interval.
     *
     * @param excess cycles by which the bounds of its recurrences and memories are above the interval asked for, in total: of two
     *     memories that are in the way alike, a change of one helps although the interval stays
     */
    record Standing(int interval, int excess) implements Comparable<Standing> {
        @Override
        public int compareTo(Standing other) {
            return Comparator.comparingInt(Standing::interval)
                    .thenComparingInt(Standing::excess)
                    .compare(this, other);
        }
    }

    Design design() {
        return scheduled.design();
    }

    /** Of the loops of that name, such as those of a function that is called for different arrays, the slowest. */
    Optional<Unit.PipelinedLoop> loop(String label) {
        return PipelinedLoops.of(design()).stream()
                .filter(unit -> unit.loop().label().equals(label))
                .max(Comparator.comparing(Trial::standing));
    }

    static Standing standing(Unit.PipelinedLoop unit) {
        int requested = unit.bounds().requested();
        int excess = unit.bounds().limits().stream()
                .mapToInt(IntervalBounds.Limit::interval)
                .map(interval -> interval - requested)
                .sum();
        return new Standing(unit.interval(), excess);
    }

    static boolean reaches(Unit.PipelinedLoop unit) {
        return unit.interval() <= unit.bounds().requested();
    }
}
