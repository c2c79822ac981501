package org.gatesmith.hls.ir;

/**
 * The floating-point operators, as Java defines them: IEEE-754, round to nearest even, no contraction. Approximate functions are
 * those of {@link StrictMath}, whose results are the same on every machine; {@link Math}, hardware and other libraries may
 * differ from them by some units in the last place.
 */
public final class FloatOperators {

    /** An operator on binary32; operands beyond its arity are ignored. */
    @FunctionalInterface
    public interface OnFloats {
        float apply(float a, float b, float c);
    }

    /** An operator on binary64; operands beyond its arity are ignored. */
    @FunctionalInterface
    public interface OnDoubles {
        double apply(double a, double b, double c);
    }

    /** A comparison. A binary32 number is exact as a binary64 one, so one type serves both. */
    @FunctionalInterface
    public interface Comparison {
        boolean holds(double a, double b);
    }

    private FloatOperators() {}

    /** The meaning of an operator of kind {@code FLOAT} or {@code APPROXIMATE} on binary32. */
    public static OnFloats onFloats(Operator operator) {
        return switch (operator) {
            case FADD -> (a, b, c) -> a + b;
            case FSUB -> (a, b, c) -> a - b;
            case FMUL -> (a, b, c) -> a * b;
            case FDIV -> (a, b, c) -> a / b;
            case FREM -> (a, b, c) -> a % b;
            case FNEG -> (a, b, c) -> -a;
            case FABS -> (a, b, c) -> Math.abs(a);
            case FMIN -> (a, b, c) -> Math.min(a, b);
            case FMAX -> (a, b, c) -> Math.max(a, b);
            case FMA -> Math::fma;
            // Rounded to binary32, the binary64 square root is the correctly rounded binary32 root, because
            // 53 >= 2 * 24 + 2 (Figueroa, "When is double rounding innocuous?", 1995). The other results are exact.
            case FSQRT, FFLOOR, FCEIL, FRINT -> rounded(onDoubles(operator));
            default -> rounded(approximate(operator));
        };
    }

    private static OnFloats rounded(OnDoubles function) {
        return (a, b, c) -> (float) function.apply(a, b, c);
    }

    /** The meaning of an operator of kind {@code FLOAT} or {@code APPROXIMATE} on binary64. */
    public static OnDoubles onDoubles(Operator operator) {
        return switch (operator) {
            case FADD -> (a, b, c) -> a + b;
            case FSUB -> (a, b, c) -> a - b;
            case FMUL -> (a, b, c) -> a * b;
            case FDIV -> (a, b, c) -> a / b;
            case FREM -> (a, b, c) -> a % b;
            case FNEG -> (a, b, c) -> -a;
            case FABS -> (a, b, c) -> Math.abs(a);
            case FMIN -> (a, b, c) -> Math.min(a, b);
            case FMAX -> (a, b, c) -> Math.max(a, b);
            case FMA -> Math::fma;
            case FSQRT -> (a, b, c) -> Math.sqrt(a);
            case FFLOOR -> (a, b, c) -> Math.floor(a);
            case FCEIL -> (a, b, c) -> Math.ceil(a);
            case FRINT -> (a, b, c) -> Math.rint(a);
            default -> approximate(operator);
        };
    }

    private static OnDoubles approximate(Operator operator) {
        return switch (operator) {
            case FEXP -> (a, b, c) -> StrictMath.exp(a);
            case FLOG -> (a, b, c) -> StrictMath.log(a);
            case FLOG10 -> (a, b, c) -> StrictMath.log10(a);
            case FSIN -> (a, b, c) -> StrictMath.sin(a);
            case FCOS -> (a, b, c) -> StrictMath.cos(a);
            case FTAN -> (a, b, c) -> StrictMath.tan(a);
            case FTANH -> (a, b, c) -> StrictMath.tanh(a);
            case FATAN -> (a, b, c) -> StrictMath.atan(a);
            case FATAN2 -> (a, b, c) -> StrictMath.atan2(a, b);
            case FPOW -> (a, b, c) -> StrictMath.pow(a, b);
            default -> throw new IllegalArgumentException(operator + " is no floating-point operator");
        };
    }

    /** The meaning of an operator of kind {@code FLOAT_COMPARISON}. */
    public static Comparison comparison(Operator operator) {
        return switch (operator) {
            case FEQ -> (a, b) -> a == b;
            case FNE -> (a, b) -> a != b;
            case FLT -> (a, b) -> a < b;
            case FLE -> (a, b) -> a <= b;
            case FGT -> (a, b) -> a > b;
            case FGE -> (a, b) -> a >= b;
            default -> throw new IllegalArgumentException(operator + " is no floating-point comparison");
        };
    }
}
