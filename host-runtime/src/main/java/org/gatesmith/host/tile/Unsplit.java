package org.gatesmith.host.tile;

/**
 * A dimension that is not cut.
 *
 * @param reason why, as the end of a sentence
 */
public record Unsplit(String scalar, String reason) {}
