/**
 * Charts as static SVG, written as text.
 *
 * <p>Across, a chart is laid out in per cent of the width it is given; down, and for all text, in pixels. So one drawing
 * fits a wide screen, a telephone and paper, and its text never shrinks. Space beside the plot is padding of the SVG
 * element, which text reaches with negative coordinates. Colours come from the page as CSS classes and variables.
 */
@NullMarked
package org.gatesmith.host.report.chart;

import org.jspecify.annotations.NullMarked;
