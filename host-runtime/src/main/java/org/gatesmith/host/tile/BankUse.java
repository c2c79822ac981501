package org.gatesmith.host.tile;

/**
 * Room that a plan takes of one bank, or of a memory whose banks share their bytes.
 *
 * @param name as the board names it
 * @param bytes what the buffers take, every slice rounded up to whole pages
 * @param capacity what there is
 */
public record BankUse(String name, long bytes, long capacity) {

    public boolean fits() {
        return bytes <= capacity;
    }
}
