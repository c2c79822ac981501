package org.gatesmith.host.folder;

import java.util.Map;

/**
 * Where a kernel runs.
 *
 * @param board name of the board
 * @param boardJson the board's file
 * @param device as {@code --on} takes it
 * @param emitted text of every file that was made for the device, by name; empty for the JVM
 * @param tools versions of the programs that have a part in the run, by name, such as {@code g++}
 */
public record RunPlace(
        String board, String boardJson, String device, Map<String, String> emitted, Map<String, String> tools) {

    public RunPlace {
        emitted = Manifest.sorted(emitted, "emitted");
        tools = Manifest.sorted(tools, "tools");
    }
}
