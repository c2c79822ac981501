package org.gatesmith.board;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A board: device, memories, clocks, and the tools that build for it.
 *
 * @param name name on the command line
 * @param displayName name in text
 * @param kind how it is attached
 * @param part the device
 * @param licence what the vendor's tools ask for
 * @param toolReleases releases that know the part
 * @param platforms platforms per release
 * @param host link to the host, null for an embedded board
 * @param transfers how fast the host's memory and the board's exchange bytes, null if the file does not say
 * @param resources programmable elements
 * @param memories memories that kernels can reach
 * @param kernelMemory name of the memory that kernel ports are connected to unless told otherwise
 * @param clocks kernel clocks
 */
public record Board(
        String name,
        String displayName,
        BoardKind kind,
        Part part,
        Licence licence,
        ToolReleases toolReleases,
        Platforms platforms,
        @Nullable HostLink host,
        @Nullable TransferCurves transfers,
        DeviceResources resources,
        List<Memory> memories,
        String kernelMemory,
        Clocks clocks) {

    public Board {
        memories = List.copyOf(memories);
    }

    /** The memory of that name. */
    public Optional<Memory> memory(String memoryName) {
        return memories.stream().filter(m -> m.name().equals(memoryName)).findFirst();
    }

    /** The memory that kernel ports are connected to unless told otherwise. */
    public Memory defaultMemory() {
        return memory(kernelMemory).orElseThrow(() -> new NoSuchElementException(kernelMemory));
    }

    /** The memory that has a bank of that name. */
    public Optional<Memory> memoryOfBank(String bankName) {
        return memories.stream()
                .filter(m -> m.banks().stream().anyMatch(b -> b.name().equals(bankName)))
                .findFirst();
    }

    /** The bank of that name, of whichever memory. */
    public Optional<Bank> bank(String bankName) {
        return memories.stream()
                .flatMap(m -> m.banks().stream())
                .filter(b -> b.name().equals(bankName))
                .findFirst();
    }
}
