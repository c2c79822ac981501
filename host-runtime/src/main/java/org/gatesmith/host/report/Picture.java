package org.gatesmith.host.report;

/**
 * An image on the page.
 *
 * @param title such as {@code before: src}
 * @param caption what it shows, such as {@code 640 × 480, 8 bits}; may be empty
 */
public record Picture(String title, String caption, Png png) {}
