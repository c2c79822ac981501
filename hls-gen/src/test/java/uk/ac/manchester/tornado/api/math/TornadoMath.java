package uk.ac.manchester.tornado.api.math;

/** Stands in for TornadoVM's functions: those that emitted tasks use. */
public final class TornadoMath {

    private TornadoMath() {}

    public static double tanh(double x) {
        return Math.tanh(x);
    }

    public static double atan(double x) {
        return Math.atan(x);
    }

    public static double atan2(double y, double x) {
        return Math.atan2(y, x);
    }
}
