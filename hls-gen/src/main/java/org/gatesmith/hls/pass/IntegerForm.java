package org.gatesmith.hls.pass;

import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.ir.Type;

/** What holds the bits of floating-point numbers where there are only integers. */
final class IntegerForm {

    private IntegerForm() {}

    /** The type with every {@code f32} replaced by {@code i32} and every {@code f64} by {@code i64}; the same one without floats. */
    static Type of(Type type) {
        return switch (type) {
            case ScalarType scalar -> of(scalar);
            case ArrayType array ->
                array.element() instanceof FloatType real ? new ArrayType(bits(real), array.extents()) : array;
            case PortType port -> port.element() instanceof FloatType real ? PortType.of(bits(real)) : port;
            case FifoType fifo -> fifo.element() instanceof FloatType real ? new FifoType(bits(real)) : fifo;
        };
    }

    private static ScalarType of(ScalarType type) {
        return type instanceof FloatType real ? bits(real) : type;
    }

    static IntType bits(FloatType type) {
        return switch (type) {
            case F32 -> IntType.I32;
            case F64 -> IntType.I64;
        };
    }

    static Literal of(Literal literal) {
        return switch (literal) {
            case Literal.Int integer -> integer;
            case Literal.F32 single -> Literal.Int.of(single.bits());
            case Literal.F64 full -> Literal.Int.of(full.bits());
        };
    }

    static Table of(Table table) {
        return new Table(
                table.name(),
                (ArrayType) of((Type) table.type()),
                table.elements().stream().map(IntegerForm::of).toList(),
                table.directives());
    }
}
