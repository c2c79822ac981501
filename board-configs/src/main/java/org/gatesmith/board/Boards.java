package org.gatesmith.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The boards that Gatesmith knows. Those built in are checked against the schema when Gatesmith is built, not when it
 * runs, so that a command line starts without loading a schema validator.
 */
public final class Boards {
    private static final List<String> NAMES = List.of("u280", "vcu1525", "zcu102");

    private Boards() {}

    /** Names of the built-in boards, in alphabetical order. */
    public static List<String> names() {
        return NAMES;
    }

    /** The built-in boards, in alphabetical order. */
    public static List<Board> all() {
        return NAMES.stream().map(name -> builtIn(name).board()).toList();
    }

    /** A board by name, or by the path of a file of the user's own, which ends in {@code .json}. */
    public static BoardLookup named(String nameOrFile) {
        if (NAMES.contains(nameOrFile)) {
            return builtIn(nameOrFile);
        }
        return nameOrFile.endsWith(".json") ? ofFile(nameOrFile) : new BoardLookup.Unknown(nameOrFile, NAMES);
    }

    private static BoardLookup ofFile(String file) {
        try {
            return BoardFile.read(Path.of(file));
        } catch (InvalidPathException e) {
            return BoardFile.unreadable(file, "not a file name: " + e.getReason());
        }
    }

    private static BoardLookup.Found builtIn(String name) {
        String json = resource(name + ".json");
        return new BoardLookup.Found(BoardJson.board(json), json);
    }

    /** Text of a resource beside this class; it is part of the program, so its absence is a defect. */
    static String resource(String name) {
        try (InputStream in = Boards.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
