package org.gatesmith.board;

import org.jspecify.annotations.Nullable;

/**
 * The device on the board.
 *
 * @param name part with package and speed grade, as Vivado and Vitis HLS take it
 * @param boardPart Vivado board part ({@code vendor:board:part:version}), if the board store has one
 * @param source where the figures come from
 * @param note doubts and remarks
 */
public record Part(
        String name,
        @Nullable String boardPart,
        String source,
        @Nullable String note) {}
