package org.gatesmith.host.tornado;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the signed arithmetic of OpenCL C that TornadoVM wrote wrap around, as Java's does. TornadoVM writes Java's {@code +} as
 * C's, of which a compiler may assume that it never overflows (OpenCL C 1.2, section 6 refers to C99, 6.5); unsigned arithmetic
 * wraps. Every operation is a statement of its own there, in variables whose names begin with their type.
 */
final class Wraparound {

    private static final Pattern BINARY = Pattern.compile("(?m)^(\\s*([il])_\\d+  =  )([-\\w]+) ([-+*]|<<) ([-\\w]+);");

    private static final Pattern NEGATION = Pattern.compile("(?m)^(\\s*([il])_\\d+  =  )-([il]_\\d+);");

    private Wraparound() {}

    static String of(String text) {
        String binary = BINARY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(binary(found)));
        return NEGATION.matcher(binary).replaceAll(found -> Matcher.quoteReplacement(negation(found)));
    }

    private static String binary(MatchResult found) {
        String type = type(found);
        String operator = found.group(4);
        // The count of a shift is no operand of the same type.
        String right = operator.equals("<<") ? found.group(5) : "(u" + type + ") " + found.group(5);
        return found.group(1) + "(" + type + ") ((u" + type + ") " + found.group(3) + " " + operator + " " + right
                + ");";
    }

    private static String negation(MatchResult found) {
        String type = type(found);
        return found.group(1) + "(" + type + ") ((u" + type + ") 0 - (u" + type + ") " + found.group(3) + ");";
    }

    private static String type(MatchResult found) {
        return found.group(2).equals("i") ? "int" : "long";
    }
}
