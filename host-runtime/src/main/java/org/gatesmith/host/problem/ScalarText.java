package org.gatesmith.host.problem;

import java.math.BigInteger;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.FloatValues;
import org.gatesmith.host.data.RandomInputs;

/** Scalars as users write them and as devices take them. */
public final class ScalarText {

    private ScalarText() {}

    /** The bits of a scalar that is written as text. */
    public static long bits(Parameter.Scalar scalar, String text) throws UsageException {
        try {
            return switch (scalar.type()) {
                case BOOLEAN -> truth(scalar, text);
                case FLOAT -> Integer.toUnsignedLong(Float.floatToRawIntBits(Float.parseFloat(text)));
                case DOUBLE -> Double.doubleToRawLongBits(Double.parseDouble(text));
                default -> integer(scalar, text);
            };
        } catch (NumberFormatException e) {
            throw new UsageException(scalar.name() + "=" + text + ": \"" + text + "\" is no "
                    + (scalar.type().isFloatingPoint() ? "number" : "whole number"));
        }
    }

    /** The value of a scalar that is an extent of the whole problem, which may be larger than the kernel's parameter can be. */
    static long extent(Parameter.Scalar scalar, String text) throws UsageException {
        try {
            return new BigInteger(text.replace("_", "")).longValueExact();
        } catch (NumberFormatException e) {
            throw new UsageException(scalar.name() + "=" + text + ": \"" + text + "\" is no whole number");
        } catch (ArithmeticException e) {
            throw new UsageException(scalar.name() + "=" + text + " is beyond 2^63");
        }
    }

    private static long truth(Parameter.Scalar scalar, String text) throws UsageException {
        return switch (text) {
            case "true", "1" -> 1;
            case "false", "0" -> 0;
            default -> throw new UsageException(scalar.name() + "=" + text + ": takes true or false");
        };
    }

    private static long integer(Parameter.Scalar scalar, String text) throws UsageException {
        BigInteger value = new BigInteger(text.replace("_", ""));
        IntType type = (IntType) scalar.type().irType();
        if (!type.contains(value)) {
            throw new UsageException(scalar.name() + "=" + text + " does not fit a Java "
                    + scalar.type().keyword());
        }
        return value.longValue();
    }

    /** The value with these bits, as reports show it. */
    public static Object value(JavaType type, long bits) {
        return switch (type) {
            case BOOLEAN -> bits != 0;
            case FLOAT -> Float.intBitsToFloat((int) bits);
            case DOUBLE -> Double.longBitsToDouble(bits);
            default -> bits;
        };
    }

    /** A random value within the parameter's contract. */
    static long random(Parameter.Scalar scalar, long seed) {
        JavaType type = scalar.type();
        Elements one = Elements.in(java.lang.foreign.MemorySegment.ofArray(new byte[type.bytes()]), type);
        RandomInputs random = new RandomInputs(seed);
        if (type.isFloatingPoint()) {
            random.fillFloats(scalar.name(), one, 0, FloatValues.ORDINARY);
        } else {
            random.fillIntegers(scalar.name(), one, 0, scalar.range());
        }
        return one.bits(0);
    }
}
