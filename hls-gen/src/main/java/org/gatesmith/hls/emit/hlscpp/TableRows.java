package org.gatesmith.hls.emit.hlscpp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Table;

/** A table of constants as an initialised array: one row of the last dimension per line where that fits. */
final class TableRows {

    /** Longest line of elements. */
    private static final int LINE = 100;

    private TableRows() {}

    static Statement of(String name, Table table) {
        String declaration = "static const "
                + HlsTypes.name(HlsTypes.of(table.type().element())) + " " + name + HlsDialect.extents(table.type());
        List<String> elements =
                table.elements().stream().map(literal -> text(literal, table)).toList();
        return new Statement.Table(declaration, nested(elements, table.type().extents()));
    }

    private static String text(Literal literal, Table table) {
        return HlsLiterals.of(literal, table.type().element()).text();
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
