package org.gatesmith.hls.emit.verilog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gatesmith.hls.emit.EmittedSources;

/** The modules that come with Gatesmith. */
final class LibraryModules {

    private static final Pattern INSTANCE = Pattern.compile("^ *(gs_\\w+) (?:#\\(|\\w+ \\()", Pattern.MULTILINE);

    private LibraryModules() {}

    /** The files of the modules that are instantiated in the texts, directly or through others. */
    static EmittedSources usedBy(Collection<String> texts) {
        Map<String, String> files = new TreeMap<>();
        texts.forEach(text -> collect(text, files));
        return new EmittedSources(files);
    }

    private static void collect(String text, Map<String, String> files) {
        INSTANCE.matcher(text)
                .results()
                .map(found -> found.group(1) + ".v")
                .distinct()
                .forEach(file -> {
                    if (!files.containsKey(file)) {
                        String library = read(file);
                        files.put(file, library);
                        collect(library, files);
                    }
                });
    }

    private static String read(String file) {
        try (InputStream text = LibraryModules.class.getResourceAsStream("lib/" + file)) {
            if (text == null) {
                throw new IllegalStateException("the library has no " + file);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
