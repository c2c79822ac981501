package org.gatesmith.vendor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatesmith.board.Bank;
import org.gatesmith.board.Board;

/**
 * Which kernel port is connected to which memory bank. The link configuration is written from this plan and host code
 * allocates its buffers by it, so that the two cannot disagree.
 *
 * @param computeUnit the kernel instance whose ports these are
 * @param bindings one per port, in the order of the design
 * @param slr the super logic region to place the kernel in: where most of its banks are; empty if the device has only
 *     one or the banks do not say
 * @param notes what the user should know about the choices
 */
public record BankPlan(String computeUnit, List<BankBinding> bindings, Optional<String> slr, List<String> notes) {

    public BankPlan {
        bindings = List.copyOf(bindings);
        notes = List.copyOf(notes);
    }

    /** A plan, or why there is none. */
    public sealed interface Result {}

    /** The plan. */
    public record Planned(BankPlan plan) implements Result {}

    /** The ports ask for what the board does not have; one line each. */
    public record Impossible(List<String> problems) implements Result {
        public Impossible {
            problems = List.copyOf(problems);
        }
    }

    /** The binding of the port that an array argument goes through. */
    public Optional<BankBinding> ofArgument(String argument) {
        return bindings.stream()
                .filter(binding -> binding.port().arguments().contains(argument))
                .findFirst();
    }

    /**
     * Plans the banks of a design on a board. Ports that name a bank get it. The others are spread over the banks of the
     * board's {@linkplain Board#defaultMemory() default memory}, one bank each as long as there are banks that no other
     * port has, then from the first bank again.
     */
    public static Result of(HlsDesign design, Board board) {
        List<String> problems = design.ports().stream()
                .filter(port ->
                        port.bank().isPresent() && board.bank(port.bank().get()).isEmpty())
                .map(port -> unknownBank(port, port.bank().orElseThrow(), board))
                .toList();
        return problems.isEmpty() ? new Planned(plan(design, board)) : new Impossible(problems);
    }

    private static String unknownBank(MemoryPort port, String bank, Board board) {
        String known = board.memories().stream()
                .flatMap(memory -> memory.bankGroups().stream())
                .map(group -> group.name())
                .collect(Collectors.joining(", "));
        return "port " + port.bundle() + " asks for memory bank \"" + bank + "\", which the " + board.displayName()
                + " does not have; it has " + known;
    }

    private static BankPlan plan(HlsDesign design, Board board) {
        Set<String> taken = design.ports().stream()
                .flatMap(port -> port.bank().stream())
                .collect(Collectors.toCollection(HashSet::new));
        List<Bank> banks = board.defaultMemory().banks();
        List<Bank> free =
                banks.stream().filter(bank -> !taken.contains(bank.name())).toList();
        List<BankBinding> bindings = new ArrayList<>();
        int spread = 0;
        for (MemoryPort port : design.ports()) {
            Bank bank;
            if (port.bank().isPresent()) {
                bank = board.bank(port.bank().get()).orElseThrow();
            } else {
                bank = spread < free.size() ? free.get(spread) : banks.get((spread - free.size()) % banks.size());
                spread++;
            }
            bindings.add(
                    new BankBinding(port, bank, board.memoryOfBank(bank.name()).orElseThrow()));
        }
        return new BankPlan(design.computeUnit(), bindings, slr(bindings, board), sharedBanks(bindings));
    }

    /** Where most banks are, the lowest region if several have equally many. */
    private static Optional<String> slr(List<BankBinding> bindings, Board board) {
        if (board.resources().slrs().size() < 2) {
            return Optional.empty();
        }
        Map<String, Long> ports = bindings.stream()
                .map(binding -> binding.bank().slr())
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return ports.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private static List<String> sharedBanks(List<BankBinding> bindings) {
        Map<Bank, List<String>> portsOfBank = new LinkedHashMap<>();
        for (BankBinding binding : bindings) {
            portsOfBank
                    .computeIfAbsent(binding.bank(), bank -> new ArrayList<>())
                    .add(binding.port().bundle());
        }
        return portsOfBank.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "ports " + String.join(", ", entry.getValue()) + " share the memory bank "
                        + entry.getKey().name() + " and its bandwidth")
                .toList();
    }
}
