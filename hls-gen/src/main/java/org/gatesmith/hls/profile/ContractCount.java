package org.gatesmith.hls.profile;

import java.math.BigInteger;

/**
 * How often a contract ({@code @Range}, {@code @Bits} or {@code @UBits}) was broken.
 *
 * @param min smallest number that it permits
 * @param max largest number that it permits
 * @param checked numbers that it applied to
 * @param broken those outside
 */
public record ContractCount(BigInteger min, BigInteger max, long checked, long broken) {

    ContractCount merge(ContractCount other) {
        return new ContractCount(min, max, checked + other.checked, broken + other.broken);
    }
}
