package org.gatesmith.host.tile;

/** Whether the shapes permit to cut a scalar's extents. */
sealed interface Splitting {

    String scalar();

    /** They do. */
    record Possible(SplitDimension dimension) implements Splitting {
        @Override
        public String scalar() {
            return dimension.scalar();
        }
    }

    /**
     * They do not.
     *
     * @param reason why, as the end of a sentence
     */
    record Impossible(String scalar, String reason) implements Splitting {}
}
