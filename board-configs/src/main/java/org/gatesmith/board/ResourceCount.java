package org.gatesmith.board;

/**
 * Numbers of programmable elements.
 *
 * @param lut six-input look-up tables
 * @param ff flip-flops
 * @param bram36 36 Kb block RAMs (each is two 18 Kb ones)
 * @param uram 288 Kb UltraRAMs
 * @param dsp DSP48E2 slices
 */
public record ResourceCount(int lut, int ff, int bram36, int uram, int dsp) {
    /** No resources at all. */
    public static final ResourceCount NONE = new ResourceCount(0, 0, 0, 0, 0);

    /** The sum, element by element. */
    public ResourceCount plus(ResourceCount other) {
        return new ResourceCount(
                lut + other.lut, ff + other.ff, bram36 + other.bram36, uram + other.uram, dsp + other.dsp);
    }

    /** Whether every count is at most the other's. */
    public boolean fitsIn(ResourceCount room) {
        return lut <= room.lut && ff <= room.ff && bram36 <= room.bram36 && uram <= room.uram && dsp <= room.dsp;
    }
}
