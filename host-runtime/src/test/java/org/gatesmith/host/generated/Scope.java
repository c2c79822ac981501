package org.gatesmith.host.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gatesmith.host.generated.Piece.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a place in a kernel may use.
 *
 * @param pipelined whether the place is in a pipelined loop, which holds only loops that can be unrolled
 * @param jumps whether {@code break} and {@code continue} have a loop here
 */
record Scope(List<Variable> variables, List<Memory> memories, List<Helper> helpers, boolean pipelined, boolean jumps) {

    /**
     * A number with a name.
     *
     * @param type as Java writes it
     * @param assignable whether statements may change it; loop counters may not be
     */
    record Variable(String name, String type, boolean assignable) {
        /** What an expression of this variable has. */
        Kind kind() {
            return kindOf(type);
        }
    }

    /**
     * An array, a port or a table.
     *
     * @param mask one less than its length, a power of two
     */
    record Memory(String name, String type, int mask, boolean writable) {}

    /** A static method of numbers. */
    record Helper(String name, String result, List<String> parameters) {}

    /** The kind of an expression of a Java type; those below {@code int} are promoted. */
    static Kind kindOf(String type) {
        return switch (type) {
            case "boolean" -> Kind.BOOLEAN;
            case "long" -> Kind.LONG;
            case "float" -> Kind.FLOAT;
            case "double" -> Kind.DOUBLE;
            default -> Kind.INT;
        };
    }

    /** The same for a block inside, whose declarations end with it. */
    Scope inner() {
        return new Scope(new ArrayList<>(variables), new ArrayList<>(memories), helpers, pipelined, jumps);
    }

    Scope inLoop(Variable counter, boolean nowPipelined) {
        Scope inner = inner();
        inner.variables.add(counter);
        boolean isPipelined = pipelined || nowPipelined;
        return new Scope(inner.variables, inner.memories, helpers, isPipelined, !isPipelined);
    }

    @Nullable
    Variable variable(Kind kind, Random random) {
        return any(variables.stream().filter(v -> v.kind() == kind).toList(), random);
    }

    @Nullable
    Variable assignable(Random random) {
        return any(variables.stream().filter(Variable::assignable).toList(), random);
    }

    @Nullable
    Memory memory(Kind kind, Random random) {
        return any(memories.stream().filter(m -> kindOf(m.type()) == kind).toList(), random);
    }

    @Nullable
    Memory writable(Random random) {
        return any(memories.stream().filter(Memory::writable).toList(), random);
    }

    @Nullable
    Helper helper(Kind kind, Random random) {
        return any(helpers.stream().filter(h -> kindOf(h.result()) == kind).toList(), random);
    }

    private static <T> @Nullable T any(List<T> all, Random random) {
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }
}
