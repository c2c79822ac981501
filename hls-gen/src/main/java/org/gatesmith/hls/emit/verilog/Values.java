package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;

/** Where the numbers of a function are. */
final class Values {

    private final Map<Value, Definition> definitions = new IdentityHashMap<>();

    void define(Value value, Definition definition) {
        definitions.put(value, definition);
    }

    /** A value that does not change as long as it is needed. */
    void steady(Value value, Term term) {
        define(value, new Definition.Steady(term));
    }

    void constant(Op.Constant constant) {
        steady(constant.result(), bits(constant.result().intType(), constant.literal()));
    }

    Definition definition(Value value) {
        Definition definition = definitions.get(value);
        if (definition == null) {
            throw new IllegalStateException(value + " is used before it is defined");
        }
        return definition;
    }

    Term at(Value value, Stages stages, int step) {
        return definition(value).at(stages, step);
    }

    List<Term> at(List<Value> values, Stages stages, int step) {
        return values.stream().map(value -> at(value, stages, step)).toList();
    }

    /** The value outside the unit that defines it. */
    Term held(Value value) {
        return definition(value).held();
    }

    /** Bits of a value of a type. */
    static int width(ScalarType type) {
        if (type instanceof IntType integer) {
            return integer.width();
        }
        throw new IllegalArgumentException("the Verilog back end knows integers only, not " + type);
    }

    static int width(Value value) {
        return width(value.scalarType());
    }

    static Term.Bits bits(IntType type, Literal literal) {
        BigInteger value = ((Literal.Int) literal).value();
        return Terms.bits(type.width(), value);
    }
}
