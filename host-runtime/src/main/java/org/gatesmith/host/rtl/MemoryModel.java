package org.gatesmith.host.rtl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.board.Board;
import org.gatesmith.board.Memory;
import org.gatesmith.board.MemoryKind;

/**
 * How the banks of a board answer, at a kernel's clock.
 *
 * @param megahertz of the kernel
 * @param banks those that the kernel uses
 * @param bankOfParameter the position in {@code banks} of the one that holds a parameter's array
 */
public record MemoryModel(double megahertz, List<BankModel> banks, Map<String, Integer> bankOfParameter) {

    public MemoryModel {
        banks = List.copyOf(banks);
        bankOfParameter = Map.copyOf(bankOfParameter);
    }

    /** How true to the board a model is. */
    public enum Fidelity {
        /** Latency, changes of page, bandwidth and refresh as on the board. */
        BOARD,
        /** The latency of an idle bank always, and any bandwidth: what a schedule assumes. */
        IDEAL
    }

    /**
     * A bank.
     *
     * @param latency cycles from an address to its first data
     * @param pageMiss cycles more if the burst lies in another page than the last one
     * @param pageBytes size of a page, 0 if that makes no difference
     * @param cyclesPerByte that a transfer keeps the bank busy, 0 for no limit
     * @param refreshInterval cycles between the beginnings of two refreshes, 0 for none
     * @param refreshTime cycles that a refresh takes
     */
    public record BankModel(
            String name,
            double latency,
            double pageMiss,
            int pageBytes,
            double cyclesPerByte,
            double refreshInterval,
            double refreshTime) {}

    /** Times of a technology, in nanoseconds. */
    private record Technology(double pageMiss, int pageBytes, double refreshInterval, double refreshTime) {

        // Changes of page: Shuhai (FCCM 2020, arXiv 2005.04324), measured on an Alveo U280: HBM2 page hit 106.7 ns,
        // miss
        // 137.8 ns; DDR4 hit 73.3 ns, miss 106.6 ns. Refresh: JESD79-4, 8 Gb chips (tREFI 7.8 us, tRFC1 350 ns);
        // JESD235,
        // 4 Gb per channel (tREFI 3.9 us, tRFC 260 ns). Pages: 1 KB of a pseudo channel; 8 chips of 1 KB beside each
        // other.
        private static final Technology HBM2 = new Technology(31.1, 1024, 3900, 260);
        private static final Technology DDR4 = new Technology(33.3, 8192, 7800, 350);
        private static final Technology STATIC = new Technology(0, 0, 0, 0);

        static Technology of(MemoryKind kind) {
            return switch (kind) {
                case HBM2 -> HBM2;
                case DDR4, PS_DDR4 -> DDR4;
                case PLRAM -> STATIC;
            };
        }
    }

    /**
     * The banks of a board that hold a kernel's arrays.
     *
     * @param bankByParameter name of the bank for each array parameter
     */
    public static MemoryModel of(
            Board board, double megahertz, Map<String, String> bankByParameter, Fidelity fidelity) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<BankModel> banks = new ArrayList<>();
        Map<String, Integer> bankOfParameter = new LinkedHashMap<>();
        bankByParameter.forEach((parameter, bank) ->
                bankOfParameter.put(parameter, numbers.computeIfAbsent(bank, name -> {
                    banks.add(bank(board.memoryOfBank(name).orElseThrow(), name, megahertz, fidelity));
                    return banks.size() - 1;
                })));
        return new MemoryModel(megahertz, banks, bankOfParameter);
    }

    private static BankModel bank(Memory memory, String name, double megahertz, Fidelity fidelity) {
        Technology technology = Technology.of(memory.kind());
        double cyclesPerNanosecond = megahertz / 1000;
        double latency = memory.readNanoseconds() * cyclesPerNanosecond;
        return switch (fidelity) {
            case IDEAL -> new BankModel(name, latency, 0, 0, 0, 0, 0);
            case BOARD ->
                new BankModel(
                        name,
                        latency,
                        technology.pageMiss() * cyclesPerNanosecond,
                        technology.pageBytes(),
                        megahertz * 1e6 / memory.bytesPerSecondPerBank(),
                        technology.refreshInterval() * cyclesPerNanosecond,
                        technology.refreshTime() * cyclesPerNanosecond);
        };
    }

    /** The bank of a parameter. */
    int bankOf(String parameter) {
        return Objects.requireNonNull(bankOfParameter.get(parameter), parameter);
    }
}
