package org.gatesmith.host.folder;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run used and made. It names no time, place or machine: the same inputs give the same manifest.
 *
 * @param format version of the folder's layout, {@link #FORMAT} as written by this program
 * @param gatesmith version of this program
 * @param state what is known about the run
 * @param tunables values of the kernel's tunable constants
 * @param board name of the board
 * @param device where the kernel ran, as {@code --on} takes it
 * @param tools versions of the programs that had a part in it, by name
 * @param options how the run was to be carried out: what is verified, sizes of tiles, seed
 * @param scalars values of the scalar parameters, as {@code --size} takes them
 * @param inputs contents of the arrays that the kernel reads, by parameter
 * @param outputs arrays that the kernel writes, by parameter
 * @param groups number of groups of tiles that make up the run
 * @param files size and hash of every file in the folder that must not change, by its path with forward slashes
 */
public record Manifest(
        int format,
        String gatesmith,
        RunState state,
        KernelIdentity kernel,
        Map<String, Long> tunables,
        String board,
        String device,
        Map<String, String> tools,
        Map<String, String> options,
        Map<String, String> scalars,
        Map<String, InputRecord> inputs,
        Map<String, ArrayForm> outputs,
        long groups,
        Map<String, FileHash> files) {

    /** The layout that this program writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    public Manifest {
        Objects.requireNonNull(gatesmith, "gatesmith");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(kernel, "kernel");
        Objects.requireNonNull(board, "board");
        Objects.requireNonNull(device, "device");
        tunables = sorted(tunables, "tunables");
        tools = sorted(tools, "tools");
        options = sorted(options, "options");
        scalars = sorted(scalars, "scalars");
        inputs = sorted(inputs, "inputs");
        outputs = sorted(outputs, "outputs");
        files = sorted(files, "files");
    }

    /** A copy in the order of the keys, which must all have values. */
    static <V> SortedMap<String, V> sorted(Map<String, V> map, String what) {
        Objects.requireNonNull(map, what);
        map.forEach((key, value) -> Objects.requireNonNull(value, () -> what + "." + key));
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** The files below one folder of the run, by their path below it. */
    public SortedMap<String, FileHash> filesIn(String folder) {
        SortedMap<String, FileHash> found = new TreeMap<>();
        files.forEach((path, hash) -> {
            if (path.startsWith(folder + "/")) {
                found.put(path.substring(folder.length() + 1), hash);
            }
        });
        return found;
    }

    Manifest with(RunState newState, Map<String, InputRecord> newInputs, Map<String, FileHash> newFiles) {
        return new Manifest(
                format, gatesmith, newState, kernel, tunables, board, device, tools, options, scalars, newInputs,
                outputs, groups, newFiles);
    }
}
