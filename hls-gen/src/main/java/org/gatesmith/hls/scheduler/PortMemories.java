package org.gatesmith.hls.scheduler;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.Memory;
import org.gatesmith.hls.signature.KernelSignature;

/**
 * The memories of a board that hold a kernel's arrays.
 *
 * @param slowestNanoseconds an idle read of the slowest of them
 * @param others those that are not the default one, by parameter
 */
record PortMemories(double slowestNanoseconds, Map<String, Memory> others) {

    /**
     * Of a kernel.
     *
     * @param banks the bank of a parameter, where it is stated: that of all parameters on its bundle. A bank that the board does not
     *     have is not looked at, as nothing is built with it
     */
    static PortMemories of(KernelSignature signature, Board board, Map<String, String> banks) {
        Map<String, Memory> byBundle = new LinkedHashMap<>();
        signature
                .arrays()
                .forEach(array -> Optional.ofNullable(banks.get(array.name()))
                        .flatMap(board::memoryOfBank)
                        .ifPresent(memory -> byBundle.putIfAbsent(array.bundle(), memory)));
        Map<String, Memory> others = new LinkedHashMap<>();
        signature
                .arrays()
                .forEach(array -> Optional.ofNullable(byBundle.get(array.bundle()))
                        .filter(memory -> !memory.equals(board.defaultMemory()))
                        .ifPresent(memory -> others.put(array.name(), memory)));
        double slowest = signature
                .arrays()
                .map(array -> others.getOrDefault(array.name(), board.defaultMemory()))
                .mapToDouble(Memory::readNanoseconds)
                .max()
                .orElse(board.defaultMemory().readNanoseconds());
        return new PortMemories(slowest, others);
    }
}
