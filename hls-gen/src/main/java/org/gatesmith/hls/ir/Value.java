package org.gatesmith.hls.ir;

import org.jspecify.annotations.Nullable;

/**
 * A value of the program: the result of one operation, or a parameter of one region. Values are compared by identity; the name is
 * the Java name where there is one, kept for readable output, and need not be unique.
 */
public final class Value {
    private final Type type;
    private final @Nullable String name;

    private Value(Type type, @Nullable String name) {
        this.type = type;
        this.name = name;
    }

    public static Value of(Type type) {
        return new Value(type, null);
    }

    public static Value named(Type type, @Nullable String name) {
        return new Value(type, name);
    }

    public Type type() {
        return type;
    }

    /** The Java name that this value carries, if any. */
    public @Nullable String name() {
        return name;
    }

    /** A fresh value of the same type and name. */
    public Value fresh() {
        return new Value(type, name);
    }

    /** A fresh value of the same name and another type. */
    public Value withType(Type newType) {
        return new Value(newType, name);
    }

    /** The type of a value that is known to be an integer. */
    public IntType intType() {
        return (IntType) type;
    }

    /** Whether this is an integer that may be negative. */
    public boolean isSigned() {
        return type instanceof IntType integer && integer.signed();
    }

    /** The type of a value that is known to be a number. */
    public ScalarType scalarType() {
        return (ScalarType) type;
    }

    @Override
    public String toString() {
        return "%" + (name == null ? Integer.toHexString(System.identityHashCode(this)) : name) + " : " + type;
    }
}
