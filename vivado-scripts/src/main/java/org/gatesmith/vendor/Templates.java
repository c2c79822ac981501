package org.gatesmith.vendor;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader;

/** Lays out view models by the templates of this module. A template that names what the model lacks is an error. */
final class Templates {
    private static final String FOLDER = "org/gatesmith/vendor/template/";
    private static final VelocityEngine ENGINE = engine();

    private Templates() {}

    static String render(String template, Map<String, Object> model) {
        StringWriter text = new StringWriter();
        ENGINE.getTemplate(FOLDER + template, "UTF-8").merge(new VelocityContext(new HashMap<>(model)), text);
        return text.toString();
    }

    private static VelocityEngine engine() {
        Properties settings = new Properties();
        settings.setProperty("resource.loaders", "classpath");
        settings.setProperty("resource.loader.classpath.class", ClasspathResourceLoader.class.getName());
        settings.setProperty("resource.loader.classpath.cache", "true");
        settings.setProperty("runtime.strict_mode.enable", "true");
        settings.setProperty("velocimacro.arguments.strict", "true");
        // A line that holds only a directive leaves no line in the output.
        settings.setProperty("parser.space_gobbling", "lines");
        VelocityEngine engine = new VelocityEngine();
        engine.init(settings);
        return engine;
    }
}
