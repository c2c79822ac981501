package org.gatesmith.host.opencl;

/**
 * The work-items of one run.
 *
 * @param items how many there are
 * @param groupSize how many make up a work-group; {@code items} is a multiple of it
 */
public record Launch(long items, long groupSize) {

    /** One that does everything. */
    public static final Launch SINGLE = new Launch(1, 1);

    public Launch {
        if (items < 1 || groupSize < 1 || items % groupSize != 0) {
            throw new IllegalArgumentException(items + " work-items in groups of " + groupSize);
        }
    }
}
