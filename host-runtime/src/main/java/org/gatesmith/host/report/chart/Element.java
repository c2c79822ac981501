package org.gatesmith.host.report.chart;

/** One SVG element under construction. Attributes come before content. */
final class Element {
    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    private Element(String name) {
        this.name = name;
    }

    static Element of(String name) {
        return new Element(name);
    }

    /** An element of a style class of the page. */
    static Element of(String name, String styleClass) {
        return of(name).with("class", styleClass);
    }

    Element with(String attribute, String value) {
        attributes
                .append(' ')
                .append(attribute)
                .append("=\"")
                .append(Markup.escaped(value).text())
                .append('"');
        return this;
    }

    /** A length in pixels. */
    Element with(String attribute, double pixels) {
        return with(attribute, Decimal.text(pixels, 2));
    }

    /** A length or place across, in per cent of the plot's width. */
    Element across(String attribute, double percent) {
        return with(attribute, Decimal.text(percent, 3) + "%");
    }

    Element add(Element child) {
        child.appendTo(content);
        return this;
    }

    Element add(Iterable<Element> children) {
        children.forEach(this::add);
        return this;
    }

    Element text(String plain) {
        content.append(Markup.escaped(plain).text());
        return this;
    }

    /** What a browser shows while the pointer rests on the element. */
    Element tooltip(String plain) {
        return add(of("title").text(plain));
    }

    Markup markup() {
        StringBuilder text = new StringBuilder();
        appendTo(text);
        return new Markup(text.toString());
    }

    private void appendTo(StringBuilder text) {
        text.append('<').append(name).append(attributes);
        if (content.isEmpty()) {
            text.append("/>");
        } else {
            text.append('>').append(content).append("</").append(name).append('>');
        }
    }
}
