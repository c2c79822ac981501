package org.gatesmith.host.rtl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/** The options of the simulating program, as {@code gatesmith_board.h} describes them. */
final class SimulatorOptions {

    // Units of the program: an instant is 1/65536 of a cycle, the time per byte 1/65536 of an instant.
    private static final double INSTANTS = 1 << 16;
    private static final double PARTS = INSTANTS * INSTANTS;

    private SimulatorOptions() {}

    static List<String> of(KernelSignature signature, MemoryModel memory, Optional<Path> wave) {
        List<String> options = new ArrayList<>();
        memory.banks().forEach(bank -> options.add(text(bank)));
        List<Parameter> parameters = signature.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i) instanceof Parameter.Array array) {
                options.add("array=" + i + "," + memory.bankOf(array.name()));
            }
        }
        wave.ifPresent(file -> options.add("wave=" + file.toAbsolutePath()));
        return options;
    }

    private static String text(MemoryModel.BankModel bank) {
        return "bank=%s,%d,%d,%d,%d,%d,%d"
                .formatted(
                        bank.name(),
                        Math.round(bank.latency() * INSTANTS),
                        Math.round(bank.pageMiss() * INSTANTS),
                        bank.pageBytes(),
                        Math.round(bank.cyclesPerByte() * PARTS),
                        Math.round(bank.refreshInterval() * INSTANTS),
                        Math.round(bank.refreshTime() * INSTANTS));
    }
}
