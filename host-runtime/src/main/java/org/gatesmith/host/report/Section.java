package org.gatesmith.host.report;

import org.gatesmith.host.report.chart.Markup;

/**
 * A part of the page under a heading of its own. Public for the template, as are the views of all sections.
 *
 * @param id the anchor that the table of contents leads to
 * @param title the heading
 * @param body what stands under it
 */
public record Section(String id, String title, Markup body) {

    static Section of(String id, String title, Object view) {
        return new Section(id, title, PageTemplate.render(id + ".html.vm", view));
    }
}
