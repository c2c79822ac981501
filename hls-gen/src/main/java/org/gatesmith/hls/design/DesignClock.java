package org.gatesmith.hls.design;

/**
 * A clock and how much of its period operators may use.
 *
 * @param megahertz frequency
 * @param usableNanoseconds the period less what is kept back for routing
 */
public record DesignClock(double megahertz, double usableNanoseconds) {

    public double periodNanoseconds() {
        return 1000 / megahertz;
    }
}
