package org.gatesmith.hls.design;

/**
 * An estimate of programmable elements.
 *
 * @param bram18 blocks of 18 Kb
 */
public record Resources(long lut, long ff, long dsp, long bram18, long uram) {

    public static final Resources NONE = new Resources(0, 0, 0, 0, 0);

    public Resources plus(Resources other) {
        return new Resources(lut + other.lut, ff + other.ff, dsp + other.dsp, bram18 + other.bram18, uram + other.uram);
    }

    public Resources times(long count) {
        return new Resources(lut * count, ff * count, dsp * count, bram18 * count, uram * count);
    }
}
