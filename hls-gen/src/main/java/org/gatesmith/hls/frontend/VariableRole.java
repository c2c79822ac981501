package org.gatesmith.hls.frontend;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a variable of the kernel's source is, as far as annotations are concerned. */
enum VariableRole {
    LOOP_COUNTER("a loop counter"),
    NUMBER("a scalar variable"),
    ARRAY("a local array"),
    ARRAY_NAME("another name for an array"),
    FIFO("a FIFO"),
    OTHER("a record or function"),
    PORT("an array parameter of the kernel"),
    CONTROL("a scalar parameter of the kernel"),
    CONSTANT("a constant"),
    TABLE("a table of constants"),
    COMPONENT("a record component");

    private static final Set<VariableRole> LOOPS = EnumSet.of(LOOP_COUNTER);
    private static final Set<VariableRole> ARRAYS = EnumSet.of(ARRAY, TABLE);
    private static final Set<VariableRole> PORTS = EnumSet.of(PORT);
    private static final Set<VariableRole> VALUES =
            EnumSet.of(LOOP_COUNTER, NUMBER, ARRAY, ARRAY_NAME, PORT, CONTROL, COMPONENT);

    private static final Map<String, Set<VariableRole>> PERMITTED = Map.ofEntries(
            Map.entry("Pipeline", LOOPS),
            Map.entry("Unroll", LOOPS),
            Map.entry("Parallel", LOOPS),
            Map.entry("Reassociate", LOOPS),
            Map.entry("TripCount", LOOPS),
            Map.entry("Partition", ARRAYS),
            Map.entry("Reshape", ARRAYS),
            Map.entry("Storage", ARRAYS),
            Map.entry("Depth", EnumSet.of(FIFO)),
            Map.entry("In", PORTS),
            Map.entry("Out", PORTS),
            Map.entry("InOut", PORTS),
            Map.entry("Shape", PORTS),
            Map.entry("Tunable", EnumSet.of(CONSTANT)),
            Map.entry("Range", VALUES),
            Map.entry("Bits", VALUES),
            Map.entry("UBits", VALUES));

    private final String words;

    VariableRole(String words) {
        this.words = words;
    }

    /** The role in words, with its article. */
    String words() {
        return words;
    }

    /** Whether an annotation of the kernel API, by its simple name, means something on such a variable. */
    boolean permits(String annotation) {
        return PERMITTED.getOrDefault(annotation, Set.of()).contains(this);
    }

    /** Where an annotation belongs, as advice. */
    static String placeOf(String annotation) {
        return switch (annotation) {
            case "Pipeline", "Unroll", "Parallel", "Reassociate", "TripCount" ->
                "put it on the counter that a for loop declares";
            case "Partition", "Reshape", "Storage" -> "put it on a local array where it is created, or on a table";
            case "Depth" -> "put it on a FIFO where it is created";
            case "In", "Out", "InOut", "Shape" -> "put it on an array parameter of the kernel";
            case "Tunable" -> "put it on a static final integer";
            default -> "put it on an integer variable, parameter, array or record component";
        };
    }
}
