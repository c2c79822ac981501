package org.gatesmith.vendor;

import java.util.regex.Pattern;

/**
 * What may stand unquoted in Tcl, configuration files and shell alike. Names that reach this module were made by
 * Gatesmith, so one that does not fit is a defect of the caller, not a user's error.
 */
final class Names {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./+-]*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_./+=:,@%-]+");

    private Names() {}

    /** A name in C++. */
    static void requireIdentifier(String name) {
        require(IDENTIFIER, name, "an identifier");
    }

    /** A relative path without blanks or quotes. */
    static void requireFile(String path) {
        require(FILE, path, "a plain relative file name");
    }

    /** A command-line argument without blanks, quotes or characters that a shell or Tcl would expand. */
    static void requireWord(String word) {
        require(WORD, word, "a plain command-line word");
    }

    private static void require(Pattern form, String text, String what) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not " + what);
        }
    }
}
