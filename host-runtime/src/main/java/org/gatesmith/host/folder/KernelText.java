package org.gatesmith.host.folder;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatesmith.hls.CompiledKernel;

/**
 * A kernel as it was compiled, in full: enough to compile it again.
 *
 * @param sources text of every Java file, by its path below a source root
 * @param tunables values of the tunable constants
 * @param schedule text of the schedule file, if there was one
 */
public record KernelText(
        KernelIdentity identity, Map<String, String> sources, Map<String, Long> tunables, Optional<String> schedule) {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    public KernelText {
        sources = Manifest.sorted(sources, "sources");
        tunables = Manifest.sorted(tunables, "tunables");
    }

    /** The text of a kernel, with that of the schedule file that went into it. */
    public static KernelText of(CompiledKernel kernel, Optional<String> schedule) {
        Map<String, String> sources = new TreeMap<>();
        kernel.sources().forEach((name, text) -> sources.put(pathBelowRoot(name, text), text));
        KernelIdentity identity = new KernelIdentity(
                kernel.signature().name(),
                kernel.signature().className(),
                kernel.signature().methodName());
        return new KernelText(identity, sources, kernel.tunables(), schedule);
    }

    /** The name that messages use depends on where the user stood; the package does not. */
    private static String pathBelowRoot(String displayName, String text) {
        String file = displayName.substring(Math.max(displayName.lastIndexOf('/'), displayName.lastIndexOf('\\')) + 1);
        Matcher declared = PACKAGE.matcher(text);
        return declared.find() ? declared.group(1).replace('.', '/') + "/" + file : file;
    }
}
