package org.gatesmith.board;

import java.util.ArrayList;
import java.util.List;

/** Rows of text laid out in columns that are as wide as their widest cell. */
public final class TextColumns {
    private static final String GAP = "  ";

    /** On which side of its column a cell stands; the first column is always on the left. */
    public enum Align {
        LEFT,
        RIGHT
    }

    private final List<List<String>> rows = new ArrayList<>();
    private final Align align;

    public TextColumns(Align align) {
        this.align = align;
    }

    /** Adds a row; it may have fewer cells than others. */
    public TextColumns row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** The rows, each ended by a line feed, without trailing blanks. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                append(line, row.get(column), column);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private void append(StringBuilder line, String cell, int column) {
        int padding = width(column) - cell.length();
        boolean left = align == Align.LEFT || column == 0;
        line.repeat(' ', left ? 0 : padding)
                .append(cell)
                .repeat(' ', left ? padding : 0)
                .append(GAP);
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
