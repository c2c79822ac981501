package org.gatesmith.hls.emit.hlscpp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.ArrayDirectives.Split;
import org.gatesmith.hls.ir.ArrayType;

/** Pragmas that lay out an array: {@code array_partition}, {@code array_reshape}, {@code bind_storage} (UG1399). */
final class ArrayPragmas {

    /** Whether an array is written. */
    enum Kind {
        RAM,
        ROM
    }

    private ArrayPragmas() {}

    static List<Statement> of(String name, ArrayDirectives directives, Kind kind) {
        List<Statement> pragmas = new ArrayList<>();
        directives.partitions().forEach(split -> pragmas.add(split("array_partition", name, split)));
        directives.reshapes().forEach(split -> pragmas.add(split("array_reshape", name, split)));
        StorageKind storage = directives.storage();
        if (storage == StorageKind.REGISTER) {
            if (!isCompletelyPartitioned(directives)) {
                pragmas.add(split("array_partition", name, new Split(0, PartitionKind.COMPLETE, 0)));
            }
        } else if (storage != null) {
            pragmas.add(new Statement.Pragma(
                    "HLS bind_storage variable=" + name + " type=" + port(kind) + " impl=" + memory(kind, storage)));
        }
        return pragmas;
    }

    /** {@code Blur.java:22: 2 banks of 1024 x 8 bits}. */
    static String comment(ArrayType type, ArrayDirectives directives, Span span) {
        String place = span.line();
        long banks =
                directives.storage() == StorageKind.REGISTER ? type.elements() : banks(type, directives.partitions());
        long words = Math.ceilDiv(type.elements(), banks);
        int width = HlsTypes.of(type.element()).width();
        String bits = width == 1 ? "1 bit" : width + " bits";
        String layout = banks == 1
                ? words + " x " + bits
                : words == 1 ? banks + " registers of " + bits : banks + " banks of " + words + " x " + bits;
        return place.isEmpty() ? layout : place + ": " + layout;
    }

    private static long banks(ArrayType type, List<Split> partitions) {
        long banks = 1;
        for (int dimension = 1; dimension <= type.rank(); dimension++) {
            int extent = type.extents().get(dimension - 1);
            int number = dimension;
            banks *= partitions.stream()
                    .filter(split -> split.dimension() == 0 || split.dimension() == number)
                    .mapToInt(
                            split -> split.kind() == PartitionKind.COMPLETE ? extent : Math.min(extent, split.factor()))
                    .findFirst()
                    .orElse(1);
        }
        return banks;
    }

    static boolean isCompletelyPartitioned(ArrayDirectives directives) {
        return directives.partitions().stream()
                .anyMatch(split -> split.dimension() == 0 && split.kind() == PartitionKind.COMPLETE);
    }

    private static Statement split(String pragma, String name, Split split) {
        String factor = split.kind() == PartitionKind.COMPLETE ? "" : " factor=" + split.factor();
        return new Statement.Pragma("HLS " + pragma + " variable=" + name + " type=" + word(split.kind()) + factor
                + " dim=" + split.dimension());
    }

    private static String port(Kind kind) {
        return kind == Kind.RAM ? "ram_2p" : "rom_2p";
    }

    /** UltraRAM has no initial contents, so a table that asks for it gets block RAM. */
    private static String memory(Kind kind, StorageKind storage) {
        return word(kind == Kind.ROM && storage == StorageKind.URAM ? StorageKind.BRAM : storage);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
