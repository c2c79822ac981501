package org.gatesmith.hls.cost;

import java.util.List;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Table;

/** Elements of constant tables: the one kind of memory whose contents are known. */
final class TableElement {

    private TableElement() {}

    /** The element at an index; anything of its type if the index is not known. */
    static Bounds of(Table table, List<Bounds> indices) {
        long position = 0;
        long causes = 0;
        boolean known = true;
        for (int i = 0; i < indices.size(); i++) {
            Bounds index = indices.get(i);
            int extent = table.type().extents().get(i);
            causes |= index.causes();
            known &= index.isKnown() && index.min() >= 0 && index.min() < extent;
            position = position * extent + index.min();
        }
        if (!known) {
            return Bounds.any(table.type().element(), causes == 0 ? Bounds.DATA : causes);
        }
        Literal literal = table.elements().get((int) position);
        return literal instanceof Literal.Int number && number.value().bitLength() < Long.SIZE
                ? Bounds.exactly(number.value().longValue())
                : Bounds.data(table.type().element());
    }
}
