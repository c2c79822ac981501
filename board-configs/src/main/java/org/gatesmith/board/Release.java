package org.gatesmith.board;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release of the vendor's tools, such as {@code 2023.2}. */
public record Release(int year, int minor) implements Comparable<Release> {
    private static final Pattern FORM = Pattern.compile("(20[0-9]{2})\\.([1-9])");
    private static final Comparator<Release> BY_AGE =
            Comparator.comparingInt(Release::year).thenComparingInt(Release::minor);

    /**
     * Reads a release as the vendor writes it.
     *
     * @throws IllegalArgumentException if the text is not of the form {@code 20yy.n}
     */
    @JsonCreator
    public static Release parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a tool release such as 2023.2");
        }
        return new Release(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    @Override
    public int compareTo(Release other) {
        return BY_AGE.compare(this, other);
    }

    @Override
    public String toString() {
        return year + "." + minor;
    }
}
