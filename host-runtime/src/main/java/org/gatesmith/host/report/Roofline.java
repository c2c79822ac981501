package org.gatesmith.host.report;

import java.util.List;

/**
 * The roofline model of S. Williams, A. Waterman and D. Patterson ("Roofline: an insightful visual performance model",
 * CACM 52(4), 2009): operations per second over operations per byte.
 *
 * @param operation the name of one operation, such as {@code op} or {@code MAC}, for labels of axes
 * @param compute horizontal roofs
 * @param bandwidths sloped roofs
 * @param points where the kernel lies; several if it was measured and predicted, or seen from several memories
 */
public record Roofline(
        String operation, List<ComputeRoof> compute, List<BandwidthRoof> bandwidths, List<Point> points) {

    public Roofline {
        compute = List.copyOf(compute);
        bandwidths = List.copyOf(bandwidths);
        points = List.copyOf(points);
    }

    /**
     * What the board could compute.
     *
     * @param name such as {@code all DSPs at 300 MHz, int8}
     * @param operationsPerSecond positive
     */
    public record ComputeRoof(String name, double operationsPerSecond) {

        public ComputeRoof {
            requirePositive(name, operationsPerSecond);
        }
    }

    /**
     * What could be moved.
     *
     * @param name such as {@code HBM, 32 banks}
     * @param path a link's roof is drawn apart from those of memories on the board
     * @param bytesPerSecond positive
     */
    public record BandwidthRoof(String name, Path path, double bytesPerSecond) {

        public BandwidthRoof {
            requirePositive(name, bytesPerSecond);
        }
    }

    /** What a bandwidth is one of. */
    public enum Path {
        MEMORY,
        LINK
    }

    /**
     * A kernel in the model.
     *
     * @param name such as {@code measured, bytes over the link}
     * @param origin how the figures were found
     * @param operationsPerByte positive; bytes are those over the roof {@code against}
     * @param operationsPerSecond positive
     * @param against name of the bandwidth roof whose bytes were counted
     */
    public record Point(
            String name, Origin origin, double operationsPerByte, double operationsPerSecond, String against) {

        public Point {
            requirePositive(name, operationsPerByte);
            requirePositive(name, operationsPerSecond);
        }
    }

    /** How a point was found. */
    public enum Origin {
        MEASURED,
        PREDICTED
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " is not a positive number");
        }
    }
}
