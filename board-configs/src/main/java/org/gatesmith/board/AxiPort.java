package org.gatesmith.board;

/**
 * The AXI port of a memory bank.
 *
 * @param dataBits width of a data beat in bits
 * @param megahertz its clock
 */
public record AxiPort(int dataBits, double megahertz) {

    /** One beat per clock, in bytes per second. */
    public double bytesPerSecond() {
        return dataBits / 8.0 * megahertz * 1e6;
    }
}
