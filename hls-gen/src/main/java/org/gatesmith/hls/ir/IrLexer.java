package org.gatesmith.hls.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cuts text into tokens. Space, line ends and comments, {@code //} to the end of the line, only separate. */
final class IrLexer {

    private static final Pattern SKIPPED = Pattern.compile("(?:\\s|//[^\n]*+)*+");

    /** The first pattern that matches wins. */
    private static final List<Word> WORDS = List.of(
            new Word(IrToken.Kind.BITS, LiteralText.BITS),
            new Word(IrToken.Kind.NAME, Names.BARE),
            new Word(IrToken.Kind.VALUE, "%(?:\\d++|" + Names.BARE + "(?:\\.\\d++)?)"),
            new Word(IrToken.Kind.SPAN, SpanText.PATTERN),
            new Word(IrToken.Kind.DECIMAL, LiteralText.DECIMAL),
            new Word(IrToken.Kind.INTEGER, "-?\\d++"),
            new Word(IrToken.Kind.STRING, "\"(?:[^\"\\\\\n]|\\\\.)*+\""),
            new Word(IrToken.Kind.SYMBOL, "\\.\\.|\\+=|<=|>=|==|!=|[(){}\\[\\]<>,;:=?]"));

    private static final Pattern WORD = Pattern.compile(
            WORDS.stream().map(word -> "(" + word.pattern() + ")").collect(Collectors.joining("|")));

    /** Patterns hold no capturing groups, so that group {@code i + 1} belongs to word {@code i}. */
    private record Word(IrToken.Kind kind, String pattern) {}

    private final String text;
    private int line = 1;
    private int lineStart;

    private IrLexer(String text) {
        this.text = text;
    }

    /** All tokens, the last of kind {@link IrToken.Kind#END}. */
    static List<IrToken> tokens(String text) throws IrSyntaxException {
        return new IrLexer(text).tokens();
    }

    private List<IrToken> tokens() throws IrSyntaxException {
        List<IrToken> tokens = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int position = skip(0);
        while (position < text.length()) {
            word.region(position, text.length());
            if (!word.lookingAt()) {
                throw token(IrToken.Kind.SYMBOL, "", position)
                        .error("unexpected character '" + Character.toString(text.codePointAt(position)) + "'");
            }
            tokens.add(token(kind(word), word.group(), position));
            position = skip(word.end());
        }
        tokens.add(token(IrToken.Kind.END, "", position));
        return tokens;
    }

    private static IrToken.Kind kind(Matcher word) {
        int group = 1;
        while (word.group(group) == null) {
            group++;
        }
        return WORDS.get(group - 1).kind();
    }

    private IrToken token(IrToken.Kind kind, String word, int position) {
        return new IrToken(kind, word, line, position - lineStart + 1);
    }

    /** Position after space and comments; counts the lines passed. */
    private int skip(int from) {
        Matcher skipped = SKIPPED.matcher(text).region(from, text.length());
        int end = skipped.lookingAt() ? skipped.end() : from;
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return end;
    }
}
