package org.gatesmith.hls.emit.tornado;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatesmith.hls.signature.JavaType;

/** Something with elements that a task reads or writes. */
sealed interface Memory {

    String name();

    /** The element at an index, as an expression of its register. */
    String get(String index);

    String set(String index, Term value);

    /** One index for several. */
    default String flat(List<Term> indices) {
        return indices.getFirst().register() == Register.LONG
                ? "(int) " + indices.getFirst().operand()
                : indices.getFirst().value();
    }

    /** An array of board memory, with elements as the host keeps them. */
    record Port(String name, JavaType type) implements Memory {

        @Override
        public String get(String index) {
            String element = name + ".get(" + index + ")";
            return type == JavaType.CHAR ? element + " & 0xffff" : element;
        }

        @Override
        public String set(String index, Term value) {
            String text = switch (type) {
                case BOOLEAN, BYTE -> "(byte) " + value.operand();
                case SHORT, CHAR -> "(short) " + value.operand();
                case INT, LONG, FLOAT, DOUBLE -> value.value();
            };
            return name + ".set(" + index + ", " + text + ")";
        }
    }

    /**
     * A table.
     *
     * @param first index of its first element, in an array with other tables
     */
    record Words(String name, List<Integer> extents, int first) implements Memory {
        public Words {
            extents = List.copyOf(extents);
        }

        @Override
        public String get(String index) {
            return name + ".get(" + index + ")";
        }

        @Override
        public String set(String index, Term value) {
            return name + ".set(" + index + ", " + value.value() + ")";
        }

        @Override
        public String flat(List<Term> indices) {
            String within = rowMajor(indices, extents);
            return first == 0 ? within : first + " + (" + within + ")";
        }
    }

    /** A local array. */
    record Local(String name, List<Integer> extents) implements Memory {
        public Local {
            extents = List.copyOf(extents);
        }

        @Override
        public String get(String index) {
            return name + "[" + index + "]";
        }

        @Override
        public String set(String index, Term value) {
            return name + "[" + index + "] = " + value.value();
        }

        @Override
        public String flat(List<Term> indices) {
            return rowMajor(indices, extents);
        }
    }

    private static String rowMajor(List<Term> indices, List<Integer> extents) {
        return IntStream.range(0, indices.size())
                .mapToObj(i -> scaled(
                        indices.get(i),
                        extents.subList(i + 1, extents.size()).stream().reduce(1, (a, b) -> a * b),
                        indices.size() == 1))
                .collect(Collectors.joining(" + "));
    }

    private static String scaled(Term index, int stride, boolean alone) {
        if (alone && index.isInt()) {
            return index.value();
        }
        return stride == 1 ? index.intOperand() : index.intOperand() + " * " + stride;
    }
}
