package org.gatesmith.hls.explain;

import org.gatesmith.hls.schedule.Schedule;

/** A change that was tried and makes a loop faster. */
public sealed interface Remedy {

    /** The interval that the loop then has. */
    int interval();

    /**
     * Another layout of an array.
     *
     * @param array as schedule files name it
     */
    record Layout(String array, Schedule.ArrayEdit edit, int interval) implements Remedy {}

    /** A slower clock, at which a recurrence takes fewer cycles. */
    record SlowerClock(double megahertz, int interval) implements Remedy {}
}
