package org.gatesmith.hls.ir;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A cursor over tokens. */
final class IrTokens {

    /** One element of a list. */
    @FunctionalInterface
    interface Element<T> {
        T parse() throws IrSyntaxException;
    }

    private final List<IrToken> tokens;
    private int position;

    IrTokens(String text) throws IrSyntaxException {
        tokens = IrLexer.tokens(text);
    }

    IrToken peek() {
        return tokens.get(position);
    }

    /** The token after the current one, or the last. */
    IrToken peekNext() {
        return tokens.get(Math.min(position + 1, tokens.size() - 1));
    }

    /** The current token; moves on, but never past the end. */
    IrToken next() {
        IrToken token = peek();
        if (token.kind() != IrToken.Kind.END) {
            position++;
        }
        return token;
    }

    boolean at(String symbol) {
        return peek().is(symbol);
    }

    boolean at(IrToken.Kind kind) {
        return peek().kind() == kind;
    }

    boolean accept(String symbol) {
        if (at(symbol)) {
            next();
            return true;
        }
        return false;
    }

    void expect(String symbol) throws IrSyntaxException {
        if (!accept(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
    }

    IrToken expect(IrToken.Kind kind) throws IrSyntaxException {
        if (!at(kind)) {
            throw unexpected(kind.phrase());
        }
        return next();
    }

    /** A bare or quoted name. */
    String name() throws IrSyntaxException {
        return at(IrToken.Kind.STRING) ? string() : expect(IrToken.Kind.NAME).text();
    }

    String string() throws IrSyntaxException {
        return Names.unquote(expect(IrToken.Kind.STRING).text());
    }

    BigInteger integer() throws IrSyntaxException {
        return new BigInteger(expect(IrToken.Kind.INTEGER).text());
    }

    /** An integer that fits an {@code int}. */
    int number() throws IrSyntaxException {
        IrToken token = peek();
        BigInteger value = integer();
        if (value.bitLength() >= Integer.SIZE) {
            throw token.error(value + " is too large here");
        }
        return value.intValue();
    }

    /** An integer that fits a {@code long}. */
    long longNumber() throws IrSyntaxException {
        IrToken token = peek();
        BigInteger value = integer();
        if (value.bitLength() >= Long.SIZE) {
            throw token.error(value + " is too large here");
        }
        return value.longValue();
    }

    /** Elements between {@code open} and {@code close}, separated by commas; there may be none. */
    <T> List<T> list(String open, Element<T> element, String close) throws IrSyntaxException {
        expect(open);
        List<T> elements = accept(close) ? List.of() : separated(element);
        if (!elements.isEmpty()) {
            expect(close);
        }
        return elements;
    }

    /** One or more elements, separated by commas. */
    <T> List<T> separated(Element<T> element) throws IrSyntaxException {
        List<T> elements = new ArrayList<>();
        do {
            elements.add(element.parse());
        } while (accept(","));
        return elements;
    }

    IrSyntaxException unexpected(String wanted) {
        return peek().error("expected " + wanted + ", found " + peek().describe());
    }
}
