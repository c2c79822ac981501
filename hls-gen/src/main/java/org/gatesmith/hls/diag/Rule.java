package org.gatesmith.hls.diag;

/**
 * The catalogue of diagnostics. An id is never reused; the hundreds tell the stage: 01 source and project, 02 language, 03 types
 * and contracts, 04 directions and memory, 05 dataflow, 06 schedule, 07 passes on the way to Verilog, 10 scheduling; 08, 09 and 11 are those of the host runtime.
 */
public enum Rule {
    JAVAC("GS0101", Severity.ERROR, "The Java compiler rejects the source."),
    NO_KERNEL("GS0102", Severity.ERROR, "The source holds no kernel method."),
    SEVERAL_KERNELS("GS0103", Severity.ERROR, "The source holds several kernels and none was chosen."),
    KERNEL_SIGNATURE(
            "GS0104", Severity.ERROR, "A kernel must be a public static void method with supported parameters."),
    CLASS_INITIALISER("GS0105", Severity.ERROR, "The kernel class fails while Java initialises it."),
    UNKNOWN_TUNABLE("GS0106", Severity.ERROR, "No tunable constant has that name."),
    TUNABLE_VALUE("GS0107", Severity.ERROR, "The value is not among those that the tunable permits."),
    CONSTRAINT("GS0108", Severity.ERROR, "The tunables break a constraint of the kernel class."),
    DUPLICATE_NAME("GS0109", Severity.ERROR, "Two things of the kernel have the same name."),
    NESTING("GS0110", Severity.ERROR, "The source is nested too deeply for the compiler."),

    UNSUPPORTED_STATEMENT("GS0201", Severity.ERROR, "The statement has no hardware equivalent."),
    UNSUPPORTED_EXPRESSION("GS0202", Severity.ERROR, "The expression has no hardware equivalent."),
    ALLOCATION("GS0203", Severity.ERROR, "Only local arrays with constant extents and records can be created."),
    EXCEPTION("GS0204", Severity.ERROR, "Exceptions have no hardware equivalent."),
    RECURSION("GS0205", Severity.ERROR, "Recursion must end at a depth known at compile time."),
    VIRTUAL_CALL("GS0206", Severity.ERROR, "A call must resolve to one known static method."),
    UNSUPPORTED_METHOD("GS0207", Severity.ERROR, "The library method has no hardware equivalent."),
    NO_SOURCE("GS0208", Severity.ERROR, "The source of a called method is not at hand."),
    LAMBDA("GS0209", Severity.ERROR, "A lambda must resolve to one known static method."),
    STRING("GS0210", Severity.ERROR, "Strings have no hardware equivalent."),
    MUTABLE_STATIC("GS0211", Severity.ERROR, "Static fields that change have no hardware equivalent."),
    ARRAY_VARIABLE("GS0212", Severity.ERROR, "An array variable must name one array for its whole life."),
    MISPLACED_ANNOTATION("GS0213", Severity.ERROR, "The annotation has no effect at this place."),
    ANNOTATION_VALUE("GS0214", Severity.ERROR, "The annotation's value is out of range."),

    UNSUPPORTED_TYPE("GS0301", Severity.ERROR, "The type has no hardware equivalent."),
    APPROXIMATE_FUNCTION("GS0302", Severity.ERROR, "What is not bit-exact needs a kernel that states a tolerance."),
    CONTRACT_TYPE("GS0303", Severity.ERROR, "A value contract must fit the type it stands on."),
    DIVISION_BY_ZERO("GS0304", Severity.WARNING, "A divisor is zero."),
    INDEX_RANGE("GS0305", Severity.WARNING, "An array index is out of bounds."),
    UNINITIALISED_CONSTANT("GS0306", Severity.ERROR, "A constant has a value that hardware cannot hold."),

    WRITE_TO_INPUT("GS0401", Severity.ERROR, "The kernel writes to a parameter marked @In."),
    READ_OF_OUTPUT("GS0402", Severity.ERROR, "The kernel reads a parameter marked @Out."),
    MISSING_DIRECTION("GS0403", Severity.ERROR, "An array parameter needs exactly one of @In, @Out and @InOut."),
    MISSING_SHAPE("GS0404", Severity.ERROR, "An array parameter needs a shape."),
    SHAPE_EXPRESSION(
            "GS0405", Severity.ERROR, "The shape is not an integer expression over scalar parameters and constants."),
    UNUSED_PORT("GS0406", Severity.WARNING, "The kernel never uses an array parameter."),

    DATAFLOW_FORM("GS0501", Severity.ERROR, "A dataflow method may hold only declarations and calls of void methods."),
    FIFO_ENDS("GS0502", Severity.ERROR, "A FIFO needs exactly one process that writes and one that reads."),
    PORT_SHARED(
            "GS0503",
            Severity.ERROR,
            "Two processes, or two parameters of one that writes it, use the same memory port."),
    FIFO_OUTSIDE_DATAFLOW("GS0504", Severity.ERROR, "A FIFO can be created only in a dataflow method."),
    ARRAY_SHARED("GS0505", Severity.ERROR, "A local array between processes needs one writer and one reader after it."),

    SCHEDULE_SYNTAX("GS0601", Severity.ERROR, "The schedule file is not valid."),
    SCHEDULE_UNKNOWN_NAME("GS0602", Severity.ERROR, "The schedule names something that the kernel does not have."),
    SCHEDULE_VALUE("GS0603", Severity.ERROR, "The schedule's value is not permitted there."),
    UNROLL_TRIP_COUNT("GS0604", Severity.ERROR, "Complete unrolling needs a constant trip count."),

    PIPELINE_LOOP("GS0701", Severity.ERROR, "A pipelined loop contains a loop that cannot be unrolled."),
    PIPELINE_CALL("GS0702", Severity.ERROR, "A pipelined loop calls a function that uses memory."),
    UNROLL_COUNTER("GS0703", Severity.ERROR, "The counter of an unrolled loop may wrap around."),
    UNROLL_SIZE("GS0704", Severity.ERROR, "Unrolling makes more operations than any device holds."),
    PARTITION_SIZE(
            "GS0705", Severity.ERROR, "Partitioning makes more banks, or choices among them, than any device holds."),
    PIPELINE_ARRAY(
            "GS0706", Severity.ERROR, "A pipelined loop creates an array that overlapping iterations cannot share."),
    NO_INTEGER_FORM("GS0710", Severity.ERROR, "The floating-point operator has no form in integers."),

    CLOCK_TOO_FAST("GS1001", Severity.ERROR, "An operation does not fit into a cycle of the clock."),
    PIPELINE_BODY("GS1002", Severity.ERROR, "A pipelined loop holds what takes a varying number of cycles."),
    PIPELINE_PORT("GS1003", Severity.WARNING, "A loop that reads and writes one port is not pipelined."),
    INTERVAL_MISSED("GS1004", Severity.WARNING, "A loop takes a larger interval than its schedule asks for."),
    TOO_LARGE("GS1005", Severity.ERROR, "The kernel is larger than the board."),
    NO_OPERATORS("GS1006", Severity.ERROR, "The operators of the board's device are not known."),
    FRAMES_IN_TURN(
            "GS1007", Severity.WARNING, "The iterations of a loop over a dataflow method do not overlap, or not all."),
    PIPELINE_WHILE("GS1008", Severity.WARNING, "A loop that ends on a condition is not pipelined."),
    ULTRARAM_PORTS("GS1009", Severity.WARNING, "An array that functions hand each other is not in UltraRAM.");

    private final String id;
    private final Severity severity;
    private final String summary;

    Rule(String id, Severity severity, String summary) {
        this.id = id;
        this.severity = severity;
        this.summary = summary;
    }

    /** Stable id, such as {@code GS0203}. */
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** One sentence. */
    public String summary() {
        return summary;
    }
}
