package org.gatesmith.hls.frontend;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source with everything but code blanked out, so that names can be looked for; offsets stay. */
final class CodeText {

    /** Text blocks, strings and characters with their escapes, and comments (JLS 3.7, 3.10). */
    private static final Pattern NO_CODE = Pattern.compile(
            "\"\"\"(?s:\\\\.|.)*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'|//[^\\r\\n]*|/\\*(?s:.)*?\\*/");

    private final String text;

    private CodeText(String text) {
        this.text = text;
    }

    static CodeText of(String source) {
        StringBuilder blanked = new StringBuilder(source);
        Matcher matcher = NO_CODE.matcher(source);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                blanked.setCharAt(i, ' ');
            }
        }
        return new CodeText(blanked.toString());
    }

    /** Start of the first occurrence of a name as a word at or after an offset; -1 if there is none. */
    int find(CharSequence name, int from) {
        Matcher word = Pattern.compile("(?U)(?<![\\w$])" + Pattern.quote(name.toString()) + "(?![\\w$])")
                .matcher(text);
        return word.find(from) ? word.start() : -1;
    }

    /** Offset of the first of some characters at or after an offset; -1 if there is none. */
    int indexOf(char wanted, int from) {
        return text.indexOf(wanted, from);
    }
}
