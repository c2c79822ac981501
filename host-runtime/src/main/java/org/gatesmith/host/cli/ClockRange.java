package org.gatesmith.host.cli;

import org.gatesmith.host.UsageException;

/** Clocks that a kernel can be asked to have. */
final class ClockRange {

    private static final double LOWEST = 1;
    private static final double HIGHEST = 2000;

    private ClockRange() {}

    /**
     * Refuses what is no clock.
     *
     * @param megahertz as {@code --clock} gives it
     */
    static double require(double megahertz) throws UsageException {
        if (megahertz >= LOWEST && megahertz <= HIGHEST) {
            return megahertz;
        }
        throw new UsageException("--clock " + megahertz + ": takes 1 to 2000 MHz");
    }
}
