package org.gatesmith.host.folder;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/** The lines that differ between two texts, in the form of {@code diff -u}. */
final class TextDifference {

    private static final int CONTEXT = 3;

    private TextDifference() {}

    /**
     * The difference; nothing if there is none.
     *
     * @param path name of both files
     * @param limit most lines to give; how many there are beyond is said
     */
    static List<String> of(String path, String a, String b, int limit) {
        List<String> before = a.lines().toList();
        Patch<String> patch = DiffUtils.diff(before, b.lines().toList());
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff("A/" + path, "B/" + path, before, patch, CONTEXT);
        if (lines.isEmpty() && !a.equals(b)) {
            return List.of(path + ": only the ends of lines differ");
        }
        if (lines.size() <= limit) {
            return lines;
        }
        List<String> shortened = new ArrayList<>(lines.subList(0, limit));
        shortened.add("… " + (lines.size() - limit) + " more lines; --full shows them");
        return shortened;
    }
}
