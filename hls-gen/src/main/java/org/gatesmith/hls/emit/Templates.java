package org.gatesmith.hls.emit;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.runtime.RuntimeConstants;

/**
 * Lays out view models with Velocity templates from the class path. Strict: a name that the model lacks is an error, not empty
 * text. Set up for a short start: one parser, no library but the given one.
 */
public final class Templates {

    /** Statements nest as deep as the loops of a kernel, and each level is one macro call. */
    private static final int MAX_MACRO_DEPTH = 200;

    /** Macros for the statements and functions of C. */
    private static final String C_MACROS = "org/gatesmith/hls/emit/statements.vm";

    private final String folder;
    private final VelocityEngine engine;

    /**
     * Templates in one folder.
     *
     * @param folder resource folder, ending in a slash
     * @param macros names of the files in it that define macros
     */
    public Templates(String folder, String... macros) {
        this(Arrays.stream(macros).map(folder::concat).toList(), folder);
    }

    /** Templates in one folder, which lay out C. */
    public static Templates ofC(String folder) {
        return new Templates(List.of(C_MACROS), folder);
    }

    private Templates(List<String> libraries, String folder) {
        this.folder = folder;
        Properties settings = new Properties();
        settings.setProperty(RuntimeConstants.RESOURCE_LOADERS, "class");
        settings.setProperty(
                "resource.loader.class.class", "org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader");
        settings.setProperty("resource.loader.class.cache", "true");
        settings.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, "true");
        settings.setProperty(RuntimeConstants.PARSER_POOL_SIZE, "1");
        settings.setProperty(RuntimeConstants.INPUT_ENCODING, "UTF-8");
        settings.setProperty(RuntimeConstants.VM_MAX_DEPTH, Integer.toString(MAX_MACRO_DEPTH));
        settings.setProperty(RuntimeConstants.VM_LIBRARY, String.join(",", libraries));
        engine = new VelocityEngine(settings);
        engine.init();
    }

    /** The text of template {@code name} over the named parts of a view model. */
    public String render(String name, Map<String, Object> model) {
        StringWriter text = new StringWriter();
        engine.getTemplate(folder + name).merge(new VelocityContext(new HashMap<>(model)), text);
        return text.toString();
    }
}
