package org.gatesmith.host.report;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser says of a page's layout. The page itself has no script; to measure it, one is put into a copy.
 *
 * @param windowWidth pixels of the window
 * @param contentWidth pixels that the page would need so as not to scroll to the side
 * @param textsOutside texts of charts that reach out of the window or of their chart
 */
record PageMeasure(double windowWidth, double contentWidth, List<String> textsOutside) {

    private static final String SCRIPT = """
            <script>
            addEventListener('load', () => {
              const outside = [];
              for (const text of document.querySelectorAll('svg.chart text')) {
                if (!text.textContent || getComputedStyle(text).display === 'none') continue;
                const chart = text.closest('svg.chart').getBoundingClientRect();
                const box = text.getBoundingClientRect();
                if (box.left < chart.left - 1 || box.right > chart.right + 1
                    || box.top < chart.top - 1 || box.bottom > chart.bottom + 1) {
                  outside.push(text.textContent);
                }
              }
              document.documentElement.setAttribute('data-measure',
                  [innerWidth, document.documentElement.scrollWidth, outside.join('|')].join(';'));
            });
            </script>
            """;

    private static final Pattern POLICY = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*/>");
    private static final Pattern MEASURE = Pattern.compile("data-measure=\"([^;\"]*);([^;\"]*);([^\"]*)\"");

    /** A copy of the page that measures itself. */
    static String measuring(String html) {
        return POLICY.matcher(html).replaceFirst("").replace("</body>", SCRIPT + "</body>");
    }

    /** The page as it would be laid out on paper, for the screen. */
    static String asOnPaper(String html) {
        return html.replace("@media print", "@media all");
    }

    static PageMeasure of(String markupWhenLoaded) {
        Matcher measure = MEASURE.matcher(markupWhenLoaded);
        if (!measure.find()) {
            throw new AssertionError("the page did not measure itself: " + markupWhenLoaded);
        }
        return new PageMeasure(
                Double.parseDouble(measure.group(1)),
                Double.parseDouble(measure.group(2)),
                Arrays.stream(measure.group(3).split("\\|"))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
