package org.gatesmith.host.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where things are in a run's folder.
 *
 * @param root the folder
 */
record Layout(Path root) {

    static final String SOURCES = "sources";
    static final String EMITTED = "emitted";
    static final String INPUTS = "inputs";
    static final String OUTPUTS = "outputs";
    static final String SCHEDULE = "schedule.json";
    static final String BOARD = "board.json";
    static final String PLAN = "plan.json";
    static final String JOURNAL = "journal.jsonl";
    static final String RESULTS = "results.json";

    Path manifest() {
        return root.resolve("manifest.json");
    }

    Path journal() {
        return root.resolve(JOURNAL);
    }

    Path results() {
        return root.resolve(RESULTS);
    }

    Path measurements() {
        return root.resolve("measurements.json");
    }

    Path origin() {
        return root.resolve("origin.json");
    }

    Path report() {
        return root.resolve("report.html");
    }

    Path lock() {
        return root.resolve("run.lock");
    }

    Path outputs() {
        return root.resolve(OUTPUTS);
    }

    Path output(String array) {
        return outputs().resolve(array + ".npy");
    }

    /** The files that are there from the beginning, by their path in the run's folder. */
    Map<String, Path> given() throws FolderException {
        Map<String, Path> files = filesIn(SOURCES);
        files.putAll(filesIn(EMITTED));
        files.putAll(filesIn(INPUTS));
        for (String name : List.of(SCHEDULE, BOARD, PLAN)) {
            if (Files.isRegularFile(root.resolve(name))) {
                files.put(name, root.resolve(name));
            }
        }
        return files;
    }

    /** The files that a run makes, as far as they must not change later, without the results. */
    Map<String, Path> made() throws FolderException {
        Map<String, Path> files = filesIn(OUTPUTS);
        files.put(JOURNAL, journal());
        return files;
    }

    /** Every file below one of the folders, by its path in the run's folder; none if there is no such folder. */
    Map<String, Path> filesIn(String folder) throws FolderException {
        Path top = root.resolve(folder);
        Map<String, Path> found = new TreeMap<>();
        if (!Files.isDirectory(top)) {
            return found;
        }
        try (Stream<Path> walk = Files.walk(top)) {
            walk.filter(Files::isRegularFile).forEach(file -> found.put(name(file), file));
        } catch (IOException e) {
            throw FolderException.reading(top, e);
        }
        return found;
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }
}
