package org.gatesmith.host.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether a run can go on: all that it depends on must be as it was, or its parts would belong to different runs. */
final class ResumeCheck {

    private final StoredRun stored;
    private final List<String> changes = new ArrayList<>();

    private ResumeCheck(StoredRun stored) {
        this.stored = stored;
    }

    /** Compares a stored run with the one that would begin now. */
    static ResumeCheck of(StoredRun stored, RunSetup now) throws FolderException {
        ResumeCheck check = new ResumeCheck(stored);
        Manifest then = stored.manifest();
        check.value("Gatesmith", then.gatesmith(), now.gatesmith());
        check.value("the kernel", then.kernel().name(), now.kernel().identity().name());
        check.texts(then.files(), now.texts());
        check.values("tunable", then.tunables(), now.kernel().tunables());
        check.value("the board", then.board(), now.place().board());
        check.value("the device", then.device(), now.place().device());
        check.values("the version of", then.tools(), now.place().tools());
        check.values("option", then.options(), now.task().options());
        check.values("scalar", then.scalars(), now.task().scalars());
        check.inputs(now.task().inputs());
        check.values("output", forms(then.outputs()), forms(now.task().outputs()));
        check.value("the number of groups of tiles", then.groups(), now.task().groups());
        return check;
    }

    /** What has changed, in words. */
    List<String> changes() {
        return List.copyOf(changes);
    }

    void requireUnchanged() throws FolderException {
        if (!changes.isEmpty()) {
            throw new FolderException(
                    FolderFault.CHANGED,
                    stored.folder() + ": cannot be continued, because what the run depends on has changed:\n  "
                            + String.join("\n  ", changes)
                            + "\nput it back as it was, or run anew with another --out");
        }
    }

    private void value(String what, @Nullable Object then, @Nullable Object now) {
        if (then == null) {
            changes.add(what + " is new: " + now);
        } else if (now == null) {
            changes.add(what + " is gone: it was " + then);
        } else if (!then.equals(now)) {
            changes.add(what + " was " + then + " and is " + now);
        }
    }

    private void values(String what, Map<String, ?> then, Map<String, ?> now) {
        for (String name : names(then, now)) {
            value(what + " " + name, then.get(name), now.get(name));
        }
    }

    private static SortedSet<String> names(Map<String, ?> then, Map<String, ?> now) {
        SortedSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        return names;
    }

    private static Map<String, String> forms(Map<String, ArrayForm> arrays) {
        Map<String, String> texts = new TreeMap<>();
        arrays.forEach((name, array) -> texts.put(name, array.text()));
        return texts;
    }

    private void texts(Map<String, FileHash> files, Map<String, String> now) {
        SortedMap<String, FileHash> then = new TreeMap<>(files);
        then.keySet().removeIf(path -> path.startsWith(Layout.INPUTS + "/"));
        for (String path : names(then, now)) {
            FileHash before = then.get(path);
            String text = now.get(path);
            if (before == null) {
                changes.add(describe(path) + " is new");
            } else if (text == null) {
                changes.add(describe(path) + " is gone");
            } else if (!before.equals(ContentHash.of(text))) {
                changes.add(describe(path) + " has changed");
            }
        }
    }

    private static String describe(String path) {
        return switch (path) {
            case Layout.BOARD -> "the board's file";
            case Layout.SCHEDULE -> "the schedule";
            case Layout.PLAN -> "the plan of the tiles";
            default ->
                path.startsWith(Layout.SOURCES + "/")
                        ? "kernel source " + path.substring(Layout.SOURCES.length() + 1)
                        : "emitted file " + path.substring(Layout.EMITTED.length() + 1);
        };
    }

    private void inputs(Map<String, RunInput> now) throws FolderException {
        Map<String, InputRecord> then = stored.manifest().inputs();
        Map<String, RunOrigin.InputFile> files =
                stored.origin().map(RunOrigin::inputs).orElse(Map.of());
        for (String name : names(then, now)) {
            InputRecord before = then.get(name);
            RunInput input = now.get(name);
            if (before == null) {
                changes.add("input " + name + " is new");
            } else if (input == null) {
                changes.add("input " + name + " is gone");
            } else {
                input(name, before, input, Optional.ofNullable(files.get(name)));
            }
        }
    }

    private void input(String name, InputRecord then, RunInput now, Optional<RunOrigin.InputFile> file)
            throws FolderException {
        value("the form of input " + name, then.array().text(), now.array().text());
        switch (then) {
            case InputRecord.Generated before
            when now instanceof RunInput.Generated after ->
                value("the seed of input " + name, before.seed(), after.seed());
            case InputRecord.File before
            when now instanceof RunInput.OfFile after -> file(name, before, after.file(), file);
            case InputRecord.Application before
            when now instanceof RunInput.OfArray after ->
                contents(name, before.sha256(), ContentHash.of(after.elements().segment()));
            case InputRecord.Application before
            when now instanceof RunInput.OfApplication after -> {
                if (after.known().isPresent()) {
                    contents(name, before.sha256(), after.known().get());
                }
            }
            default -> changes.add("input " + name + " comes from elsewhere: it was " + origin(then));
        }
    }

    private static String origin(InputRecord record) {
        return switch (record) {
            case InputRecord.File _ -> "a file";
            case InputRecord.Generated generated -> "generated from seed " + generated.seed();
            case InputRecord.Application _ -> "an array of the application";
        };
    }

    private void contents(String name, Optional<String> then, FileHash now) {
        if (then.isPresent() && !then.get().equals(now.sha256())) {
            changes.add("the contents of input " + name + " have changed");
        }
    }

    /** Size and time of change tell as a rule; where they do not, the hash does, as far as it was known. */
    private void file(String name, InputRecord.File then, Path now, Optional<RunOrigin.InputFile> file)
            throws FolderException {
        RunOrigin.InputFile found = RunOrigin.InputFile.of(now);
        if (found.bytes() != then.bytes()) {
            changes.add("input " + name + " (" + now + ") had " + then.bytes() + " bytes and has " + found.bytes());
            return;
        }
        boolean sameTime = file.isPresent() && file.get().modified().equals(found.modified());
        if (sameTime) {
            return;
        }
        if (then.sha256().isEmpty()) {
            changes.add("input " + name + " (" + now
                    + ") was written to since, and the run stopped before its contents were hashed");
        } else {
            FileHash hash = ContentHash.of(now);
            if (!hash.sha256().equals(then.sha256().get())) {
                changes.add("the contents of input " + name + " (" + now + ") have changed");
            }
        }
    }
}
