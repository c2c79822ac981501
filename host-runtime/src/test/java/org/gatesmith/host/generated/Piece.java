package org.gatesmith.host.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of Java text with a smaller piece in every gap.
 *
 * @param text one string more than there are parts
 */
public record Piece(Kind kind, List<String> text, List<Piece> parts) {

    /** What a piece is; one may stand for another of its kind. */
    public enum Kind {
        /** Any number of statements or declarations. */
        STATEMENT(""),
        BOOLEAN("false"),
        INT("0"),
        LONG("0L"),
        FLOAT("0f"),
        DOUBLE("0d");

        /** The simplest piece of this kind. */
        private final String simplest;

        Kind(String simplest) {
            this.simplest = simplest;
        }

        Piece simplest() {
            return of(this, simplest);
        }
    }

    private static final String GAP = "#";

    public Piece {
        text = List.copyOf(text);
        parts = List.copyOf(parts);
        if (text.size() != parts.size() + 1) {
            throw new IllegalArgumentException(text + " has no gaps for " + parts.size());
        }
    }

    /** A piece whose template has a {@code #} for every part. */
    static Piece of(Kind kind, String template, Piece... parts) {
        return new Piece(kind, List.of(template.split(GAP, -1)), List.of(parts));
    }

    /** Statements one after another. */
    static Piece block(List<Piece> statements) {
        List<String> text = new ArrayList<>();
        for (int i = 0; i <= statements.size(); i++) {
            text.add("");
        }
        return new Piece(Kind.STATEMENT, text, statements);
    }

    public String render() {
        StringBuilder all = new StringBuilder();
        append(all);
        return all.toString();
    }

    private void append(StringBuilder all) {
        all.append(text.getFirst());
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).append(all);
            all.append(text.get(i + 1));
        }
    }

    /** Pieces with something left out, the boldest cuts first. */
    Stream<Piece> smaller() {
        Piece simplest = kind.simplest();
        Stream<Piece> nothing = equals(simplest) ? Stream.of() : Stream.of(simplest);
        Stream<Piece> inner = parts.stream().filter(part -> part.kind == kind);
        return Stream.of(nothing, inner, smallerParts()).flatMap(pieces -> pieces);
    }

    private Stream<Piece> smallerParts() {
        return Stream.iterate(0, i -> i < parts.size(), i -> i + 1)
                .flatMap(i -> parts.get(i).smaller().map(part -> with(i, part)));
    }

    private Piece with(int index, Piece part) {
        List<Piece> changed = new ArrayList<>(parts);
        changed.set(index, part);
        return new Piece(kind, text, changed);
    }
}
