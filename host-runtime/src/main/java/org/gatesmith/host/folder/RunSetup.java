package org.gatesmith.host.folder;

import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that a run depends on.
 *
 * @param gatesmith version of this program
 */
public record RunSetup(String gatesmith, KernelText kernel, RunPlace place, RunTask task) {

    /** A setup under the version of the program that runs. */
    public RunSetup(KernelText kernel, RunPlace place, RunTask task) {
        this(programVersion(), kernel, place, task);
    }

    private static String programVersion() {
        String version = RunSetup.class.getPackage().getImplementationVersion();
        return version == null ? "not packaged" : version;
    }

    /** The texts that the folder keeps, by their path in it. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        kernel.sources().forEach((path, text) -> texts.put(Layout.SOURCES + "/" + path, text));
        place.emitted().forEach((path, text) -> texts.put(Layout.EMITTED + "/" + path, text));
        kernel.schedule().ifPresent(text -> texts.put(Layout.SCHEDULE, text));
        task.plan().ifPresent(text -> texts.put(Layout.PLAN, text));
        texts.put(Layout.BOARD, place.boardJson());
        return texts;
    }

    /** The manifest of a run that begins with this. */
    Manifest manifest(Map<String, InputRecord> inputs, Map<String, FileHash> files) {
        return new Manifest(
                Manifest.FORMAT,
                gatesmith,
                RunState.INCOMPLETE,
                kernel.identity(),
                kernel.tunables(),
                place.board(),
                place.device(),
                place.tools(),
                task.options(),
                task.scalars(),
                inputs,
                task.outputs(),
                task.groups(),
                files);
    }
}
