package org.gatesmith.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a board file must satisfy beyond the schema: names that agree, orders, sums, and figures that fit together. */
final class BoardRules {
    /** Sources round bandwidths to two or three digits; more than this is not rounding. */
    private static final double BANDWIDTH_TOLERANCE = 0.02;

    private static final List<Function<Board, Stream<Finding>>> RULES = List.of(
            BoardRules::kindFitsHost,
            BoardRules::transferSizesAscend,
            BoardRules::bothDirectionsFitEach,
            BoardRules::releasesInOrder,
            BoardRules::platformsOnlyForSupportedReleases,
            BoardRules::slrNamesDiffer,
            BoardRules::slrsAddUpToDevice,
            BoardRules::kernelRegionFitsInSlr,
            BoardRules::memoryNamesDiffer,
            BoardRules::bankRangesRunForward,
            BoardRules::bankNamesDiffer,
            BoardRules::banksNameExistingSlrs,
            BoardRules::bandwidthFitsPort,
            BoardRules::totalBandwidthFitsBanks,
            BoardRules::kernelMemoryExists,
            BoardRules::defaultClocksExist);

    private BoardRules() {}

    static Stream<Finding> findings(Board board) {
        return RULES.stream().flatMap(rule -> rule.apply(board));
    }

    private static Stream<Finding> kindFitsHost(Board board) {
        return findingIf(
                board.kind() == BoardKind.EMBEDDED && board.host() != null,
                "/host",
                "an embedded board has no host link: remove \"host\", or set \"kind\" to \"pcie\"");
    }

    private static Stream<Finding> transferSizesAscend(Board board) {
        TransferCurves transfers = board.transfers();
        return transfers == null
                ? Stream.empty()
                : Stream.concat(
                        sizesAscend(transfers.toDevice(), "/transfers/toDevice/"),
                        sizesAscend(transfers.toHost(), "/transfers/toHost/"));
    }

    private static Stream<Finding> sizesAscend(List<TransferPoint> curve, String pointer) {
        return IntStream.range(1, curve.size())
                .filter(i -> curve.get(i).bytes() <= curve.get(i - 1).bytes())
                .mapToObj(i -> new Finding(
                        pointer + i + "/bytes",
                        curve.get(i).bytes() + " bytes do not follow "
                                + curve.get(i - 1).bytes() + ": sizes must ascend"));
    }

    private static Stream<Finding> bothDirectionsFitEach(Board board) {
        TransferCurves transfers = board.transfers();
        if (transfers == null) {
            return Stream.empty();
        }
        long most = fastest(transfers.toDevice()) + fastest(transfers.toHost());
        return findingIf(
                transfers.bothBytesPerSecond() > most,
                "/transfers/bothBytesPerSecond",
                transfers.bothBytesPerSecond() + " bytes/s are more than both directions alone achieve, " + most);
    }

    private static long fastest(List<TransferPoint> curve) {
        return curve.stream().mapToLong(TransferPoint::bytesPerSecond).max().orElse(0);
    }

    private static Stream<Finding> releasesInOrder(Board board) {
        Release first = board.toolReleases().first();
        Release last = board.toolReleases().last();
        return findingIf(
                last != null && last.compareTo(first) < 0,
                "/toolReleases/last",
                "the last release, " + last + ", is older than the first, " + first);
    }

    private static Stream<Finding> platformsOnlyForSupportedReleases(Board board) {
        return board.platforms().byRelease().keySet().stream()
                .filter(release -> !board.toolReleases().include(release))
                .map(release -> new Finding(
                        "/platforms/byRelease/" + release,
                        "there is a platform for " + release + ", but toolReleases says "
                                + board.toolReleases().words()));
    }

    private static Stream<Finding> slrNamesDiffer(Board board) {
        List<Slr> slrs = board.resources().slrs();
        return repeated(slrs.stream().map(Slr::name).toList())
                .mapToObj(i -> new Finding(
                        "/resources/slrs/" + i + "/name", "\"" + slrs.get(i).name() + "\" stands here twice"));
    }

    private static Stream<Finding> slrsAddUpToDevice(Board board) {
        ResourceCount device = board.resources().device();
        ResourceCount sum =
                board.resources().slrs().stream().map(Slr::device).reduce(ResourceCount.NONE, ResourceCount::plus);
        return findingIf(
                !sum.equals(device),
                "/resources/device",
                "the SLRs add up to " + words(sum) + ", but the device has " + words(device));
    }

    private static Stream<Finding> kernelRegionFitsInSlr(Board board) {
        List<Slr> slrs = board.resources().slrs();
        return IntStream.range(0, slrs.size())
                .filter(i -> !slrs.get(i).kernelRegion().fitsIn(slrs.get(i).device()))
                .mapToObj(i -> new Finding(
                        "/resources/slrs/" + i + "/kernelRegion",
                        "the kernel region of " + slrs.get(i).name() + " has "
                                + words(slrs.get(i).kernelRegion()) + ", more than the SLR itself, "
                                + words(slrs.get(i).device())));
    }

    private static String words(ResourceCount count) {
        return count.lut() + " LUT, " + count.ff() + " FF, " + count.bram36() + " BRAM36, " + count.uram() + " URAM, "
                + count.dsp() + " DSP";
    }

    private static Stream<Finding> memoryNamesDiffer(Board board) {
        List<Memory> memories = board.memories();
        return repeated(memories.stream().map(Memory::name).toList())
                .mapToObj(i -> new Finding(
                        "/memories/" + i + "/name", "\"" + memories.get(i).name() + "\" stands here twice"));
    }

    private static Stream<Finding> bankRangesRunForward(Board board) {
        return bankGroups(board)
                .filter(at -> at.group.banks().isEmpty())
                .map(at -> new Finding(at.pointer + "/name", "the range \"" + at.group.name() + "\" runs backwards"));
    }

    private static Stream<Finding> bankNamesDiffer(Board board) {
        Set<String> seen = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        bankGroups(board)
                .forEach(at -> at.group.banks().stream()
                        .filter(bank -> !seen.add(bank.name()))
                        .forEach(bank -> findings.add(new Finding(
                                at.pointer + "/name", "the bank \"" + bank.name() + "\" is listed twice"))));
        return findings.stream();
    }

    private static Stream<Finding> banksNameExistingSlrs(Board board) {
        List<String> known = board.resources().slrs().stream().map(Slr::name).toList();
        return bankGroups(board).flatMap(at -> {
            String slr = at.group.slr();
            return findingIf(
                    slr != null && !known.contains(slr),
                    at.pointer + "/slr",
                    "there is no " + slr + ": resources.slrs has " + String.join(", ", known));
        });
    }

    private static Stream<Finding> bandwidthFitsPort(Board board) {
        return eachMemory(board, (memory, at) -> {
            double port = memory.axi().bytesPerSecond();
            double stated = memory.bytesPerSecondPerBank();
            return findingIf(
                    Math.abs(port - stated) > BANDWIDTH_TOLERANCE * port,
                    at + "/bytesPerSecondPerBank",
                    String.format(
                            Locale.ROOT,
                            "%s bytes/s do not fit the port: %d bits at %s MHz are %.0f bytes/s",
                            memory.bytesPerSecondPerBank(),
                            memory.axi().dataBits(),
                            Figures.plain(memory.axi().megahertz()),
                            port));
        });
    }

    private static Stream<Finding> totalBandwidthFitsBanks(Board board) {
        return eachMemory(board, (memory, at) -> {
            long most = memory.bytesPerSecondPerBank() * memory.banks().size();
            return findingIf(
                    memory.bytesPerSecondTotal() > most,
                    at + "/bytesPerSecondTotal",
                    memory.bytesPerSecondTotal() + " bytes/s are more than its "
                            + memory.banks().size() + " banks can carry, " + most);
        });
    }

    private static Stream<Finding> kernelMemoryExists(Board board) {
        List<String> known = board.memories().stream().map(Memory::name).toList();
        return findingIf(
                !known.contains(board.kernelMemory()),
                "/kernelMemory",
                "there is no memory \"" + board.kernelMemory() + "\": memories has " + String.join(", ", known));
    }

    private static Stream<Finding> defaultClocksExist(Board board) {
        Clocks clocks = board.clocks();
        String list = String.join(
                ", ", clocks.megahertz().stream().map(Figures::plain).toList());
        return Stream.of("platformDefault", "kernelDefault").flatMap(key -> {
            double chosen = key.equals("platformDefault") ? clocks.platformDefault() : clocks.kernelDefault();
            return findingIf(
                    !clocks.megahertz().contains(chosen),
                    "/clocks/" + key,
                    Figures.plain(chosen) + " MHz is not among the clocks, " + list);
        });
    }

    private record LocatedBankGroup(BankGroup group, String pointer) {}

    private static Stream<LocatedBankGroup> bankGroups(Board board) {
        return eachMemory(
                board,
                (memory, at) -> IntStream.range(0, memory.bankGroups().size())
                        .mapToObj(i -> new LocatedBankGroup(memory.bankGroups().get(i), at + "/banks/" + i)));
    }

    @FunctionalInterface
    private interface MemoryView<T> {
        Stream<T> of(Memory memory, String pointer);
    }

    private static <T> Stream<T> eachMemory(Board board, MemoryView<T> view) {
        return IntStream.range(0, board.memories().size())
                .boxed()
                .flatMap(i -> view.of(board.memories().get(i), "/memories/" + i));
    }

    /** Indices of the names that have stood earlier in the list. */
    private static IntStream repeated(List<String> names) {
        return IntStream.range(0, names.size()).filter(i -> names.indexOf(names.get(i)) < i);
    }

    private static Stream<Finding> findingIf(boolean wrong, String pointer, String message) {
        return wrong ? Stream.of(new Finding(pointer, message)) : Stream.empty();
    }
}
