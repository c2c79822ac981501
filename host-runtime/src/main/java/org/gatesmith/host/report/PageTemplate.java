package org.gatesmith.host.report;

import java.io.StringWriter;
import java.util.Map;
import java.util.Properties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.context.Context;
import org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader;
import org.gatesmith.host.report.chart.Markup;

/**
 * Lays out views by the templates of this package. What a template inserts is escaped unless it is {@link Markup}; a name
 * that the view lacks is an error.
 */
final class PageTemplate {
    private static final String FOLDER = "org/gatesmith/host/report/template/";
    private static final VelocityEngine ENGINE = engine();

    private PageTemplate() {}

    /** A page or part of a page over a view, which the template calls {@code view}. */
    static Markup render(String template, Object view) {
        VelocityContext context = new VelocityContext();
        context.put("view", view);
        EventCartridge escaping = new EventCartridge();
        escaping.addReferenceInsertionEventHandler(PageTemplate::escaped);
        escaping.attachToContext(context);
        StringWriter text = new StringWriter();
        ENGINE.getTemplate(FOLDER + template, "UTF-8").merge(context, text);
        return new Markup(text.toString());
    }

    private static Object escaped(Context context, String reference, Object value) {
        return value instanceof Markup ? value : Markup.escaped(String.valueOf(value));
    }

    private static VelocityEngine engine() {
        Properties settings = new Properties();
        Map.of(
                        "resource.loaders", "classpath",
                        "resource.loader.classpath.class", ClasspathResourceLoader.class.getName(),
                        "resource.loader.classpath.cache", "true",
                        "runtime.strict_mode.enable", "true",
                        // Lines that hold only a directive leave no line on the page.
                        "parser.space_gobbling", "lines")
                .forEach(settings::setProperty);
        VelocityEngine engine = new VelocityEngine();
        engine.init(settings);
        return engine;
    }
}
