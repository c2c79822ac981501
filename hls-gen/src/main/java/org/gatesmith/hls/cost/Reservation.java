package org.gatesmith.hls.cost;

/** A reason why the figures of a {@link KernelCost} are not exactly what a call does. */
public enum Reservation {
    /**
     * Data decide at some branch which side runs. Operations, accesses, entries and iterations are upper bounds: each counts the
     * side that has more of it.
     */
    AT_MOST("branches depend on data: counts are upper bounds"),
    /** Data decide how long some loop runs. {@code @TripCount} stands in, or one iteration where there is none. */
    ESTIMATE("loops depend on data: counts follow @TripCount"),
    /** The dependence of loops on each other was too intricate to be followed to the end; counts are upper bounds. */
    COARSE("loops depend on each other in too many ways: counts are upper bounds"),
    /** Some count does not fit 64 bits and stands at {@link Long#MAX_VALUE}. */
    SATURATED("counts do not fit 64 bits");

    private final String words;

    Reservation(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
