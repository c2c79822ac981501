package org.gatesmith.hls.ir;

import java.util.List;

/**
 * Constants that a kernel reads by index: a ROM.
 *
 * @param elements in row-major order
 */
public record Table(String name, ArrayType type, List<Literal> elements, ArrayDirectives directives) {

    public Table {
        elements = List.copyOf(elements);
        if (elements.size() != type.elements()) {
            throw new IllegalArgumentException("table " + name + " has " + elements.size() + " elements, its type "
                    + type + " needs " + type.elements());
        }
    }
}
