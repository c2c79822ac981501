package org.gatesmith.hls.emit.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.ArrayDirectives.Split;

/** Attributes that lay out an array: {@code xcl_array_partition}, {@code xcl_array_reshape} (UG1393, "OpenCL Attributes"). */
final class ArrayAttributes {

    private ArrayAttributes() {}

    /** The attributes as they stand behind the array's extents, with a space before each; empty for none. */
    static String of(ArrayDirectives directives) {
        List<String> attributes = new ArrayList<>();
        directives.partitions().forEach(split -> attributes.add(split("xcl_array_partition", split)));
        directives.reshapes().forEach(split -> attributes.add(split("xcl_array_reshape", split)));
        boolean registers = directives.storage() == StorageKind.REGISTER;
        if (registers && directives.partitions().stream().noneMatch(ArrayAttributes::isComplete)) {
            attributes.add(split("xcl_array_partition", new Split(0, PartitionKind.COMPLETE, 0)));
        }
        return attributes.stream()
                .map(attribute -> " __attribute__((" + attribute + "))")
                .collect(Collectors.joining());
    }

    private static boolean isComplete(Split split) {
        return split.dimension() == 0 && split.kind() == PartitionKind.COMPLETE;
    }

    private static String split(String attribute, Split split) {
        String factor = split.kind() == PartitionKind.COMPLETE ? "" : split.factor() + ", ";
        String kind = split.kind().name().toLowerCase(Locale.ROOT);
        return attribute + "(" + kind + ", " + factor + split.dimension() + ")";
    }
}
