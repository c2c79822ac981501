package org.gatesmith.hls.signature;

import java.util.List;

/** Recursive-descent parser of {@link Formula}; one level per row of {@link #LEVELS}, loosest first. */
final class FormulaParser {

    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final String text;
    private int position;

    FormulaParser(String text) {
        this.text = text;
    }

    Formula parse() throws FormulaSyntaxException {
        Formula formula = level(0);
        skipSpace();
        if (position < text.length()) {
            throw error("unexpected '" + text.charAt(position) + "'");
        }
        return formula;
    }

    private Formula level(int level) throws FormulaSyntaxException {
        if (level == LEVELS.size()) {
            return unary();
        }
        Formula left = level(level + 1);
        for (String operator = accept(LEVELS.get(level)); !operator.isEmpty(); operator = accept(LEVELS.get(level))) {
            left = new Formula.Binary(operator, left, level(level + 1));
        }
        return left;
    }

    private Formula unary() throws FormulaSyntaxException {
        String operator = accept(List.of("-", "!"));
        return operator.isEmpty() ? primary() : new Formula.Unary(operator, unary());
    }

    private Formula primary() throws FormulaSyntaxException {
        if (!accept(List.of("(")).isEmpty()) {
            Formula inner = level(0);
            if (accept(List.of(")")).isEmpty()) {
                throw error("expected ')'");
            }
            return inner;
        }
        skipSpace();
        int start = position;
        while (position < text.length() && Character.isJavaIdentifierPart(text.charAt(position))) {
            position++;
        }
        if (start == position) {
            throw error(
                    position < text.length()
                            ? "unexpected '" + text.charAt(position) + "'"
                            : "the expression ends too early");
        }
        String word = text.substring(start, position);
        return Character.isDigit(word.charAt(0)) ? number(word, start) : new Formula.Name(word);
    }

    private Formula number(String word, int start) throws FormulaSyntaxException {
        try {
            return new Formula.Number(Long.parseLong(word.replace("_", "")));
        } catch (NumberFormatException e) {
            throw new FormulaSyntaxException("'" + word + "' is not a decimal number", start);
        }
    }

    private String accept(List<String> operators) {
        skipSpace();
        for (String operator : operators) {
            if (text.startsWith(operator, position)) {
                position += operator.length();
                return operator;
            }
        }
        return "";
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private FormulaSyntaxException error(String message) {
        return new FormulaSyntaxException(message, position);
    }
}
