package org.gatesmith.host.report;

/**
 * A line of the kernel's source.
 *
 * @param file as the reader knows it, such as {@code GemmInt8.java}
 * @param line from 1
 * @param text the line itself, or empty if it is not at hand
 */
public record SourceLine(String file, int line, String text) {

    /** For example {@code GemmInt8.java:42}. */
    public String place() {
        return file + ":" + line;
    }
}
