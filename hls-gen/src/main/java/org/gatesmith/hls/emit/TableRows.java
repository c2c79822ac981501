package org.gatesmith.hls.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Table;

/** A table of constants as an initialised array: one row of the last dimension per line where that fits. */
public final class TableRows {

    /** Longest line of elements. */
    private static final int LINE = 100;

    private TableRows() {}

    /**
     * The table.
     *
     * @param declaration type and name, without the extents
     * @param text how an element is written
     */
    public static Statement of(String declaration, Table table, Function<Literal, String> text) {
        List<String> elements = table.elements().stream().map(text).toList();
        return new Statement.Table(
                declaration + extents(table.type()),
                nested(elements, table.type().extents()));
    }

    /** {@code [16][128]}. */
    public static String extents(ArrayType type) {
        return type.extents().stream().map(extent -> "[" + extent + "]").collect(Collectors.joining());
    }

    /** Braces around every inner dimension; the outermost are the statement's own. */
    private static List<String> nested(List<String> elements, List<Integer> extents) {
        if (extents.size() == 1) {
            return rows(elements);
        }
        int size = elements.size() / extents.getFirst();
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < elements.size(); start += size) {
            List<String> inner = nested(elements.subList(start, start + size), extents.subList(1, extents.size()));
            String comma = start + size < elements.size() ? "," : "";
            if (inner.size() == 1) {
                lines.add("{" + inner.getFirst() + "}" + comma);
            } else {
                lines.add("{");
                inner.forEach(line -> lines.add("    " + line));
                lines.add("}" + comma);
            }
        }
        return lines;
    }

    private static List<String> rows(List<String> elements) {
        int widest = elements.stream().mapToInt(String::length).max().orElse(0);
        int perRow = Math.max(1, LINE / (widest + 2));
        if (elements.size() > perRow) {
            perRow = Math.min(perRow, Integer.highestOneBit(perRow));
        }
        List<String> rows = new ArrayList<>();
        for (int start = 0; start < elements.size(); start += perRow) {
            int end = Math.min(start + perRow, elements.size());
            rows.add(elements.subList(start, end).stream().collect(Collectors.joining(", "))
                    + (end < elements.size() ? "," : ""));
        }
        return rows;
    }
}
