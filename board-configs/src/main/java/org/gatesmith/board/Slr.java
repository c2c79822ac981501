package org.gatesmith.board;

/**
 * A super logic region: one die of the device.
 *
 * @param name {@code SLR0}, {@code SLR1}, ...
 * @param device what the die has
 * @param kernelRegion what the platform leaves to kernels
 */
public record Slr(String name, ResourceCount device, ResourceCount kernelRegion) {}
