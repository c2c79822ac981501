package org.gatesmith.board;

/**
 * One thing that is wrong with a board file.
 *
 * @param line line in the file, from 1; 0 if the file could not be read
 * @param column column in that line, from 1; 0 if the file could not be read
 * @param pointer JSON pointer to the value concerned, empty for the whole file
 * @param message what is wrong, in plain words
 */
public record BoardProblem(int line, int column, String pointer, String message) {

    /** The problem as a line of text: {@code file:line:column: message (at /pointer)}. */
    public String text(String file) {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + message + (pointer.isEmpty() ? "" : " (at " + pointer + ")");
    }
}
