package org.gatesmith.host.synthesis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module that is synthesised by itself, once for all its instances, together with the modules in it that are no parts.
 *
 * @param module its name; that of a variant with certain parameters is made of them
 * @param bits of the wires in it
 */
record Part(String module, long bits) {

    private static final Pattern VARIANT = Pattern.compile("\\$paramod(?:\\$[0-9a-f]+)?\\\\([^\\\\]+).*");

    /** The name in the source. */
    String title() {
        return title(module);
    }

    static String title(String module) {
        Matcher variant = VARIANT.matcher(module);
        return variant.matches() ? variant.group(1) : module;
    }
}
