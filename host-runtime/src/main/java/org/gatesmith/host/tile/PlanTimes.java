package org.gatesmith.host.tile;

/**
 * Predicted times of a plan, in seconds. Those of the kernel are lower bounds, so the whole run is one as well.
 *
 * @param stages how long every stage works in all
 * @param link how long the link carries bytes, both directions at once
 * @param total the whole run, the stages working at the same time
 * @param serial the whole run if every tile passed all stages before the next one starts
 * @param slowest the stage that the others wait for
 * @param runLimit what the kernel's time consists of
 * @param idealRun what even the fastest kernel would take for its memory accesses
 * @param measured whether the board's file says how long transfers take
 */
public record PlanTimes(
        StageTimes stages,
        double link,
        double total,
        double serial,
        Stage slowest,
        String runLimit,
        double idealRun,
        boolean measured) {

    /** What a run consists of. */
    public enum Stage {
        LOAD("load"),
        TO_DEVICE("transfer"),
        RUN("run"),
        TO_HOST("transfer back"),
        STORE("store");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        /** The stage in words. */
        public String words() {
            return words;
        }
    }

    /** Seconds that the transfers take at least, however fast the kernel is. */
    public double transfers() {
        return Math.max(link, Math.max(stages.toDevice(), stages.toHost()));
    }

    /** Whether the transfers take as long as the kernel or longer, so that a faster kernel would not help. */
    public boolean isTransferBound() {
        return transfers() >= stages.run();
    }
}
