package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.Optional;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;

/** Finds what a while loop adds to a carried value in every iteration. */
final class CounterStep {

    private final Op.While loop;
    private final Definitions definitions;

    CounterStep(Op.While loop, Definitions definitions) {
        this.loop = loop;
        this.definitions = definitions;
    }

    /** The constant, not 0, that every iteration adds to the carried value at {@code counter}, wrapping at its type. */
    Optional<Long> of(int counter) {
        if (!(loop.initial().get(counter).type() instanceof IntType type)) {
            return Optional.empty();
        }
        return definitions
                .compute(congruent(loop.body().yields().get(counter), type))
                .flatMap(op -> addend(op, counter, type))
                .filter(step -> step.signum() != 0 && step.bitLength() < Long.SIZE)
                .map(BigInteger::longValue);
    }

    private Optional<BigInteger> addend(Op.Compute op, int counter, IntType type) {
        boolean exact = op.result().intType().width() >= type.width();
        return switch (op.operator()) {
            case ADD -> {
                Optional<BigInteger> right = constantBeside(op.operand(0), op.operand(1), counter, type);
                Optional<BigInteger> step =
                        right.isPresent() ? right : constantBeside(op.operand(1), op.operand(0), counter, type);
                yield step.filter(_ -> exact);
            }
            case SUB ->
                constantBeside(op.operand(0), op.operand(1), counter, type)
                        .map(BigInteger::negate)
                        .filter(_ -> exact);
            default -> Optional.empty();
        };
    }

    private Optional<BigInteger> constantBeside(Value carried, Value constant, int counter, IntType type) {
        Value start = congruent(carried, type);
        int place = loop.body().parameters().indexOf(start);
        boolean isCounter = place >= 0
                && loop.forwarded().get(place) == loop.before().parameters().get(counter);
        return isCounter ? definitions.integer(constant) : Optional.empty();
    }

    /** Looks through casts that keep the low bits which {@code type} has. */
    private Value congruent(Value value, IntType type) {
        Value source = value;
        while (definitions.of(source).orElse(null) instanceof Op.Compute cast
                && cast.operator() == Operator.CAST
                && cast.result().intType().width() >= type.width()) {
            source = cast.operand(0);
        }
        return source;
    }
}
