package org.gatesmith.host.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A run's folder as somebody else reads it. */
public final class StoredRun {

    private final Layout layout;
    private final Manifest manifest;

    private StoredRun(Layout layout, Manifest manifest) {
        this.layout = layout;
        this.manifest = manifest;
    }

    /**
     * Reads the manifest of a folder.
     *
     * @throws FolderException it holds no run, the manifest is damaged, or a newer program wrote it
     */
    public static StoredRun open(Path folder) throws FolderException {
        Layout layout = new Layout(folder);
        if (!Files.isRegularFile(layout.manifest())) {
            throw new FolderException(FolderFault.NOT_A_RUN, folder + ": " + whyNoRun(folder));
        }
        String text = FolderJson.text(layout.manifest());
        checkFormat(layout, FolderJson.tree(layout.manifest(), text));
        return new StoredRun(layout, FolderJson.parse(layout.manifest(), text, Manifest.class));
    }

    private static String whyNoRun(Path folder) {
        if (!Files.exists(folder)) {
            return "there is no such folder";
        }
        if (!Files.isDirectory(folder)) {
            return "is a file; give the folder of a run";
        }
        // A folder with other files in it cannot become that of a run.
        String[] names = folder.toFile().list();
        return "holds no run: there is no manifest.json in it"
                + (names != null && names.length == 0
                        ? "; 'gatesmith run --out " + folder + "' would make one"
                        : "; give the folder of a run, or for a new one a folder that is empty or not there yet");
    }

    /** The format decides how the rest is to be read, so it is looked at first. */
    private static void checkFormat(Layout layout, JsonNode tree) throws FolderException {
        JsonNode format = tree.path("format");
        if (!format.isInt()) {
            throw new FolderException(
                    FolderFault.DAMAGED,
                    layout.manifest() + ": is damaged: \"format\", the version of the folder's layout, is "
                            + (format.isMissingNode() ? "missing" : "not a whole number"));
        }
        if (format.intValue() > Manifest.FORMAT) {
            throw new FolderException(
                    FolderFault.NEWER_FORMAT,
                    layout.root() + ": was written in format " + format.intValue() + " by Gatesmith "
                            + tree.path("gatesmith").asString("?") + ", and this version reads formats up to "
                            + Manifest.FORMAT + "; use a newer Gatesmith");
        }
    }

    /** The folder. */
    public Path folder() {
        return layout.root();
    }

    public Manifest manifest() {
        return manifest;
    }

    /** Whether all of its groups are finished and its results are written. */
    public boolean complete() {
        return manifest.state() != RunState.INCOMPLETE;
    }

    void requireIncomplete() throws FolderException {
        if (complete()) {
            throw new FolderException(
                    FolderFault.COMPLETE,
                    layout.root() + ": the run is complete (" + manifest.state().word()
                            + "), so there is nothing to continue; run anew with another --out");
        }
    }

    /** What it found; nothing while it is incomplete. */
    public Optional<RunResults> results() throws FolderException {
        return optional(layout.results(), RunResults.class);
    }

    /** What it measured; nothing while it is incomplete. */
    public Optional<Measurements> measurements() throws FolderException {
        return optional(layout.measurements(), Measurements.class);
    }

    /** Where it came from. */
    public Optional<RunOrigin> origin() throws FolderException {
        return optional(layout.origin(), RunOrigin.class);
    }

    /** A file of the folder as text; empty if there is none of that name. */
    public Optional<String> text(String path) throws FolderException {
        Path file = layout.root().resolve(path);
        return Files.isRegularFile(file) ? Optional.of(FolderJson.text(file)) : Optional.empty();
    }

    /** A text that the manifest names. */
    String requireText(String path) throws FolderException {
        Path file = layout.root().resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new FolderException(
                    FolderFault.DAMAGED,
                    file + ": is missing; 'gatesmith verify " + layout.root() + "' tells what else is");
        }
        return FolderJson.text(file);
    }

    /** The file with an input's contents: the copy in the folder, or the user's own if it is where it was. */
    Optional<Path> input(String parameter) throws FolderException {
        for (String name : manifest.filesIn(Layout.INPUTS).keySet()) {
            if (name.equals(parameter) || name.startsWith(parameter + ".")) {
                return Optional.of(layout.root().resolve(Layout.INPUTS).resolve(name));
            }
        }
        return origin().map(known -> known.inputs().get(parameter))
                .map(file -> Path.of(file.path()))
                .filter(Files::isRegularFile);
    }

    /** The hash of the manifest, which stands for the whole run: it names the hash of everything else. */
    public FileHash hash() throws FolderException {
        return ContentHash.of(layout.manifest());
    }

    JournalText journal() throws FolderException {
        return JournalText.read(layout.journal());
    }

    Layout layout() {
        return layout;
    }

    private static <T> Optional<T> optional(Path file, Class<T> type) throws FolderException {
        return Files.isRegularFile(file) ? Optional.of(FolderJson.read(file, type)) : Optional.empty();
    }

    /** Whether a folder has anything in it but the lock of a run that ended before it began. */
    static Optional<String> occupant(Layout layout) throws FolderException {
        if (!Files.exists(layout.root())) {
            return Optional.empty();
        }
        try (var entries = Files.list(layout.root())) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.equals(String.valueOf(layout.lock().getFileName())))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw FolderException.reading(layout.root(), e);
        }
    }
}
