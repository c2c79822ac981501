package org.gatesmith.hls.ir;

/**
 * A word of the text form.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
record IrToken(Kind kind, String text, int line, int column) {

    enum Kind {
        /** Keyword or bare name. */
        NAME("a name"),
        /** {@code %acc.1} */
        VALUE("a value"),
        INTEGER("an integer"),
        /** Finite floating-point number. */
        DECIMAL("a floating-point number"),
        /** Floating-point number by its bits. */
        BITS("a floating-point number"),
        STRING("a string"),
        SPAN("a source span"),
        SYMBOL("a symbol"),
        END("the end of the text");

        private final String phrase;

        Kind(String phrase) {
            this.phrase = phrase;
        }

        /** The kind in messages. */
        String phrase() {
            return phrase;
        }
    }

    boolean is(String symbol) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equals(symbol);
    }

    IrSyntaxException error(String message) {
        return new IrSyntaxException(line, column, message);
    }

    /** The token in messages. */
    String describe() {
        return kind == Kind.END ? kind.phrase() : "'" + text + "'";
    }
}
