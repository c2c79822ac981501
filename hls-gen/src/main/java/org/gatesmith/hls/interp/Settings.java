package org.gatesmith.hls.interp;

/**
 * How strictly a program is executed.
 *
 * @param stepLimit operations that loops may execute in all, against endless loops
 * @param tracksWrites whether reading an array element that was never written is a fault; otherwise it gives zero
 * @param checksContracts whether a number that breaks a contract is a fault; otherwise the execution goes on with it, which means
 *     something only for a program that no pass has changed on the strength of the contract
 */
public record Settings(long stepLimit, boolean tracksWrites, boolean checksContracts) {

    /** No limit; every read and every contract is checked. */
    public static final Settings DEFAULT = new Settings(Long.MAX_VALUE, true, true);

    public Settings withStepLimit(long limit) {
        return new Settings(limit, tracksWrites, checksContracts);
    }

    /** Takes array elements that were never written for zero. */
    public Settings withoutWriteTracking() {
        return new Settings(stepLimit, false, checksContracts);
    }

    /** Goes on with numbers that break contracts. */
    public Settings withoutContracts() {
        return new Settings(stepLimit, tracksWrites, false);
    }
}
