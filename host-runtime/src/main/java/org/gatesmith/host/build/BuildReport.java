package org.gatesmith.host.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a build wrote.
 *
 * @param folder the build folder
 * @param files paths below it
 * @param notes what the user should know about board and tool release
 */
public record BuildReport(Path folder, List<String> files, List<String> notes) {

    public BuildReport {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** With one more note. */
    BuildReport with(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new BuildReport(folder, files, more);
    }
}
