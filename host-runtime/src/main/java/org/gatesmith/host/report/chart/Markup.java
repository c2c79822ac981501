package org.gatesmith.host.report.chart;

/**
 * Text that is markup already. Every other text is escaped before it becomes part of a page.
 *
 * @param text well-formed XML content
 */
public record Markup(String text) {

    /** Plain text as markup that shows it. Characters that XML does not allow become U+FFFD. */
    public static Markup escaped(String plain) {
        StringBuilder markup = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(point -> append(markup, point));
        return new Markup(markup.toString());
    }

    private static void append(StringBuilder markup, int point) {
        switch (point) {
            case '&' -> markup.append("&amp;");
            case '<' -> markup.append("&lt;");
            case '>' -> markup.append("&gt;");
            case '"' -> markup.append("&quot;");
            case '\'' -> markup.append("&#39;");
            default -> markup.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
        }
    }

    /** XML 1.0, fifth edition, production 2, without the C1 controls, which HTML forbids. */
    private static boolean isAllowed(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\t' || point == '\n' || point == '\r';
            case Character.SURROGATE -> false;
            default -> (point & 0xFFFE) != 0xFFFE;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
