package org.gatesmith.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A memory that kernels can reach, divided into banks of equal size and speed.
 *
 * @param name name of the memory
 * @param kind technology
 * @param bankGroups its banks as the file writes them
 * @param storage whether the banks hold bytes of their own or are ports to the same ones
 * @param bytesPerBank bytes that one bank reaches
 * @param axi AXI port of one bank
 * @param bytesPerSecondPerBank peak bandwidth of one bank
 * @param bytesPerSecondTotal peak bandwidth of all banks together
 * @param latencyNanoseconds typical time of an idle read, null if no source gives one
 * @param source where the figures come from
 * @param note doubts and remarks
 */
public record Memory(
        String name,
        MemoryKind kind,
        @JsonProperty("banks") List<BankGroup> bankGroups,
        MemoryStorage storage,
        long bytesPerBank,
        AxiPort axi,
        long bytesPerSecondPerBank,
        long bytesPerSecondTotal,
        @Nullable Double latencyNanoseconds,
        String source,
        @Nullable String note) {

    public Memory {
        bankGroups = List.copyOf(bankGroups);
    }

    /** The banks one by one, in the order of the file. */
    public List<Bank> banks() {
        return bankGroups.stream().flatMap(group -> group.banks().stream()).toList();
    }

    /** Time of an idle read, from its address to its first data: that of this memory, or what its kind usually takes. */
    public double readNanoseconds() {
        return latencyNanoseconds == null ? kind.readNanoseconds() : latencyNanoseconds;
    }

    /** Bytes of the whole memory. */
    public long bytesTotal() {
        return switch (storage) {
            case PER_BANK -> bytesPerBank * banks().size();
            case SHARED -> bytesPerBank;
        };
    }
}
