package org.gatesmith.vendor;

/**
 * A file to be written.
 *
 * @param name name relative to the output folder
 * @param text content, lines ended by a line feed
 * @param mode whether it is run as a program
 */
public record ScriptFile(String name, String text, Mode mode) {

    /** Whether a file is run as a program. */
    public enum Mode {
        PLAIN,
        EXECUTABLE
    }
}
