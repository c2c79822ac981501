package org.gatesmith.hls.emit;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names visible at a place in the C program. A name may return in a scope that does not see the other use of it. */
public final class NameScope {

    private final @Nullable NameScope outer;
    private final Set<String> names = new HashSet<>();

    private NameScope(@Nullable NameScope outer) {
        this.outer = outer;
    }

    /** The scope of a file in which some words have a meaning already. */
    public static NameScope ofFile(Set<String> reserved) {
        NameScope scope = new NameScope(null);
        scope.names.addAll(reserved);
        return scope;
    }

    NameScope inner() {
        return new NameScope(this);
    }

    /** Introduces a name as close to {@code wanted} as possible. */
    public String declare(String wanted) {
        String legal = legal(wanted);
        String name = legal;
        for (int i = 2; sees(name); i++) {
            name = legal + (Character.isDigit(legal.charAt(legal.length() - 1)) ? "_" : "") + i;
        }
        names.add(name);
        return name;
    }

    /** Whether the name was introduced in this very scope. */
    boolean declares(String name) {
        return names.contains(name);
    }

    private boolean sees(String name) {
        return names.contains(name) || (outer != null && outer.sees(name));
    }

    /** A C identifier: Java permits letters of all scripts and the dollar sign; two underscores in a row belong to C++. */
    static String legal(String name) {
        StringBuilder legal = new StringBuilder();
        name.chars().forEach(c -> legal.append(legal(c)));
        String joined = legal.toString().replaceAll("__+", "_").replaceFirst("^_+", "");
        return joined.isEmpty() || Character.isDigit(joined.charAt(0)) ? "v" + joined : joined;
    }

    private static String legal(int c) {
        if (c >= 128) {
            return "u" + Integer.toHexString(c);
        }
        return Character.isLetterOrDigit(c) ? Character.toString(c) : "_";
    }
}
