package org.gatesmith.host.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A run's folder while the run writes it. Nobody else can write it meanwhile; whatever happens, it holds what was finished, and
 * {@link #reopen} goes on from there.
 */
public final class RunFolder implements AutoCloseable {

    private final Layout layout;
    private final FolderLock lock;
    private final Manifest manifest;
    private final RunOrigin origin;
    private final InputHashes inputs;
    private final Journal journal;

    private RunFolder(
            Layout layout, FolderLock lock, Manifest manifest, RunOrigin origin, InputHashes inputs, Journal journal) {
        this.layout = layout;
        this.lock = lock;
        this.manifest = manifest;
        this.origin = origin;
        this.inputs = inputs;
        this.journal = journal;
    }

    /**
     * Begins a run in a folder that is new or empty.
     *
     * @param arguments of the command that began it, empty for a call from Java; for {@link RunOrigin}
     * @throws FolderException the folder holds files, another run writes it, or it cannot be written
     */
    public static RunFolder create(Path folder, RunSetup setup, List<String> arguments) throws FolderException {
        Layout layout = new Layout(folder);
        refuseOccupied(layout);
        try {
            Files.createDirectories(layout.outputs());
        } catch (IOException e) {
            throw FolderException.writing(folder, e);
        }
        try {
            return locked(layout, lock -> begin(layout, lock, setup, arguments));
        } catch (FolderException e) {
            if (e.fault() != FolderFault.IN_USE) {
                empty(layout);
            }
            throw e;
        }
    }

    /** Takes back what a run that could not begin has written into its folder, which held nothing else. */
    private static void empty(Layout layout) throws FolderException {
        try (Stream<Path> walk = Files.walk(layout.root())) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(layout.root())) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (IOException e) {
            throw FolderException.writing(layout.root(), e);
        }
    }

    private static void refuseOccupied(Layout layout) throws FolderException {
        if (Files.exists(layout.root()) && !Files.isDirectory(layout.root())) {
            throw new FolderException(
                    FolderFault.OCCUPIED, layout.root() + ": is a file; choose another folder for the run");
        }
        Optional<String> occupant = StoredRun.occupant(layout);
        if (occupant.isEmpty()) {
            return;
        }
        if (!Files.isRegularFile(layout.manifest())) {
            throw new FolderException(
                    FolderFault.OCCUPIED,
                    layout.root() + ": is not empty (it holds " + occupant.get()
                            + "); a run needs a folder of its own, so choose a new one");
        }
        StoredRun earlier = StoredRun.open(layout.root());
        throw new FolderException(
                FolderFault.OCCUPIED,
                layout.root() + ": holds an earlier run of "
                        + earlier.manifest().kernel().name() + " ("
                        + earlier.manifest().state().word() + "); "
                        + (earlier.complete() ? "" : "continue it with --resume, or ")
                        + "choose another --out, or replace it with --overwrite");
    }

    private static RunFolder begin(Layout layout, FolderLock lock, RunSetup setup, List<String> arguments)
            throws FolderException {
        Map<String, RunInput> inputs = setup.task().inputs();
        RunOrigin origin = RunOrigin.of(arguments, inputs);
        for (Map.Entry<String, String> text : setup.texts().entrySet()) {
            AtomicFile.write(layout.root().resolve(text.getKey()), text.getValue());
        }
        InputCopies.make(layout, inputs);
        Map<String, FileHash> files = ContentHash.ofAll(layout.given());
        InputHashes hashes = InputHashes.of(inputs, origin.inputs(), copies(files));
        AtomicFile.write(layout.origin(), FolderJson.page(origin));
        Manifest manifest = setup.manifest(hashes.now(), files);
        AtomicFile.write(layout.manifest(), FolderJson.page(manifest));
        return new RunFolder(layout, lock, manifest, origin, hashes, Journal.open(layout));
    }

    /** Hashes of the copied inputs, by parameter. */
    private static Map<String, FileHash> copies(Map<String, FileHash> files) {
        Map<String, FileHash> copies = new TreeMap<>();
        files.forEach((path, hash) -> {
            if (path.startsWith(Layout.INPUTS + "/")) {
                copies.put(path.substring(Layout.INPUTS.length() + 1).replaceFirst("\\.[a-z0-9]+$", ""), hash);
            }
        });
        return copies;
    }

    /**
     * Goes on with a run that was not completed.
     *
     * @param setup of the run as it would begin now
     * @throws FolderException it is complete, something it depends on has changed, or another run writes the folder
     */
    public static RunFolder reopen(Path folder, RunSetup setup) throws FolderException {
        StoredRun.open(folder).requireIncomplete();
        Layout layout = new Layout(folder);
        return locked(layout, lock -> goOn(layout, lock, setup));
    }

    private static RunFolder goOn(Layout layout, FolderLock lock, RunSetup setup) throws FolderException {
        // Read again: who had the lock before may have completed the run.
        StoredRun stored = StoredRun.open(layout.root());
        stored.requireIncomplete();
        ResumeCheck.of(stored, setup).requireUnchanged();
        requireOutputs(layout, stored.journal());
        RunOrigin origin = RunOrigin.of(
                stored.origin().map(RunOrigin::arguments).orElse(List.of()),
                setup.task().inputs());
        Manifest manifest = stored.manifest();
        InputHashes hashes = InputHashes.of(setup.task().inputs(), origin.inputs(), copies(manifest.files()));
        return new RunFolder(layout, lock, manifest, origin, hashes, Journal.open(layout));
    }

    /** What the journal calls finished must be there; a file that is being written has {@code .part} behind its name. */
    private static void requireOutputs(Layout layout, JournalText journal) throws FolderException {
        for (GroupRecord group : journal.groups().values()) {
            for (String name : group.outputs().keySet()) {
                Path file = layout.output(name);
                if (!Files.exists(file) && !Files.exists(file.resolveSibling(file.getFileName() + ".part"))) {
                    throw new FolderException(
                            FolderFault.DAMAGED,
                            file + ": is missing, although the journal says that group " + group.group()
                                    + " is in it; delete " + layout.journal() + " to have every group run again");
                }
            }
        }
    }

    /** Does something under the lock; keeps it if that ends well. */
    private static RunFolder locked(Layout layout, Opening opening) throws FolderException {
        FolderLock lock = FolderLock.acquire(layout);
        boolean opened = false;
        try {
            RunFolder folder = opening.open(lock);
            opened = true;
            return folder;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    @FunctionalInterface
    private interface Opening {
        RunFolder open(FolderLock lock) throws FolderException;
    }

    /** The folder. */
    public Path path() {
        return layout.root();
    }

    /** The manifest as it was when the run began. */
    public Manifest manifest() {
        return manifest;
    }

    /** Where an output's elements belong: {@code outputs/NAME.npy}. */
    public Path output(String array) {
        return layout.output(array);
    }

    /** Where an output belongs as a picture: {@code outputs/NAME.png}. */
    public Path picture(String array) {
        return layout.outputs().resolve(array + ".png");
    }

    /** Where the report belongs, which may be written before or after completion. */
    public Path report() {
        return layout.report();
    }

    /** Whether every group is finished and none mismatched, so that nothing is left but to complete the run. */
    public boolean finished() {
        SortedMap<Long, GroupRecord> groups = journal.groups();
        return groups.size() == manifest.groups()
                && groups.values().stream().allMatch(group -> group.mismatches() == 0);
    }

    /** What is finished. */
    public Journal journal() {
        return journal;
    }

    /**
     * Completes the run, whose output files must be whole: orders the journal, writes results and measurements, hashes everything,
     * and writes the final manifest last.
     *
     * @return the results, with the verdict
     * @throws FolderException groups are missing, an input changed meanwhile, or the folder cannot be written
     */
    public RunResults complete(RunFindings findings, Measurements measurements) throws FolderException {
        journal.close();
        SortedMap<Long, GroupRecord> groups = journal.groups();
        requireFinished(groups);
        AtomicFile.write(layout.journal(), JournalText.inOrder(groups));
        Map<String, InputRecord> inputRecords = inputs.complete();
        requireInputsUnchanged();
        Map<String, FileHash> files = new TreeMap<>(manifest.files());
        files.putAll(ContentHash.ofAll(layout.made()));
        RunResults results = RunResults.of(groups, manifest.outputs(), outputHashes(files), findings);
        AtomicFile.write(layout.results(), FolderJson.page(results));
        files.put(Layout.RESULTS, ContentHash.of(layout.results()));
        AtomicFile.write(layout.measurements(), FolderJson.page(measurements));
        Manifest complete = manifest.with(results.verdict(), inputRecords, files);
        AtomicFile.write(layout.manifest(), FolderJson.page(complete));
        lock.discard();
        return results;
    }

    private void requireFinished(SortedMap<Long, GroupRecord> groups) throws FolderException {
        if (groups.size() < manifest.groups()) {
            throw new FolderException(
                    FolderFault.UNFINISHED,
                    layout.root() + ": " + groups.size() + " of " + manifest.groups()
                            + " groups of tiles are finished; continue with --resume");
        }
    }

    private void requireInputsUnchanged() throws FolderException {
        for (Map.Entry<String, RunOrigin.InputFile> entry : origin.inputs().entrySet()) {
            Path file = Path.of(entry.getValue().path());
            if (!RunOrigin.InputFile.of(file).equals(entry.getValue())) {
                throw new FolderException(
                        FolderFault.CHANGED,
                        file + ": input '" + entry.getKey()
                                + "' was changed while the run read it; run anew with another --out");
            }
        }
    }

    private Map<String, String> outputHashes(Map<String, FileHash> files) throws FolderException {
        Map<String, String> hashes = new TreeMap<>();
        for (String name : manifest.outputs().keySet()) {
            FileHash hash = files.get(Layout.OUTPUTS + "/" + name + ".npy");
            if (hash == null) {
                throw new FolderException(
                        FolderFault.UNFINISHED, layout.output(name) + ": is missing; every output must be written");
            }
            hashes.put(name, Objects.requireNonNull(hash.sha256()));
        }
        return hashes;
    }

    /** Writes what is left of the journal and lets others at the folder. */
    @Override
    public void close() throws FolderException {
        try (lock;
                journal;
                inputs) {
            // closed in reverse order, whatever fails
        }
    }
}
