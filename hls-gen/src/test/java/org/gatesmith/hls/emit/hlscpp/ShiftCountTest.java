package org.gatesmith.hls.emit.hlscpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;
import org.junit.jupiter.api.Test;

/** Shifts by a count of which only the type of its variable is known. */
class ShiftCountTest {

    private static final IntType U32 = new IntType(32, false);

    private final HlsDialect dialect = new HlsDialect();

    @Test
    void anUnsignedShiftByASignedVariableMayGiveEveryNumberOfItsType() {
        Expression shifted = dialect.compute(Operator.SHR, List.of(word(), count()), U32);

        assertThat(shifted.interval().max()).isEqualTo(U32.max());
    }

    @Test
    void anUnsignedShiftReadAsASignedNumberIsConverted() {
        Expression shifted = dialect.compute(Operator.SHR, List.of(word(), count()), U32);
        Expression signed = dialect.compute(Operator.CAST, List.of(shifted), IntType.I32);

        assertThat(HlsConversions.exact(signed).text()).isEqualTo("int(x >> places)");
    }

    private Expression word() {
        return dialect.stored("x", CType.arbitrary(U32), U32);
    }

    private Expression count() {
        return dialect.stored("places", CType.INT, IntType.I32);
    }
}
