package org.gatesmith.board;

import org.jspecify.annotations.Nullable;

/**
 * The link between host memory and the memories of a PCIe card.
 *
 * @param pcieGeneration PCI Express generation
 * @param pcieLanes number of lanes
 * @param bytesPerSecond peak bandwidth of one direction
 * @param source where the figures come from
 * @param note doubts and remarks
 */
public record HostLink(
        int pcieGeneration,
        int pcieLanes,
        long bytesPerSecond,
        String source,
        @Nullable String note) {}
