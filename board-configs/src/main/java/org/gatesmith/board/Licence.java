package org.gatesmith.board;

import org.jspecify.annotations.Nullable;

/**
 * What the vendor's licence terms ask for before the tools build for this device.
 *
 * @param edition the smallest edition that has the device
 * @param paid whether that edition costs money
 * @param source where this comes from
 * @param note doubts and remarks
 */
public record Licence(
        String edition,
        boolean paid,
        String source,
        @Nullable String note) {}
