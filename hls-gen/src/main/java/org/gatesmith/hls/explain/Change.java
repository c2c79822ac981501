package org.gatesmith.hls.explain;

import org.gatesmith.hls.dependence.Dependence;
import org.gatesmith.hls.schedule.Schedule;

/** One change of how a kernel is built. */
public sealed interface Change {

    /**
     * Another layout of an array.
     *
     * @param array as schedule files name it
     */
    record Layout(String array, Schedule.ArrayEdit edit) implements Change {}

    /**
     * The word of the author that iterations are independent, which nothing shows. With a wrong word the hardware computes something else
     * than the JVM.
     *
     * @param loop as schedule files name it
     * @param evidence why a dependence is assumed
     */
    record Independence(String loop, Dependence.Assumed evidence) implements Change {}

    /**
     * A loop that is not pipelined is to be.
     *
     * @param loop as schedule files name it
     */
    record Pipelining(String loop, int interval) implements Change {}

    /** A slower clock, at which a recurrence takes fewer cycles. */
    record SlowerClock(double megahertz) implements Change {}
}
