package org.gatesmith.hls.schedule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.api.StorageKind;
import org.gatesmith.board.JsonPositions;
import org.gatesmith.board.NearestName;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayDirectives.Split;
import org.gatesmith.hls.ir.LoopDirectives.TripCount;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads schedule files; everything that is wrong is reported at its line. */
public final class ScheduleReader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern BUNDLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final String file;
    private final JsonPositions positions;
    private final List<Diagnostic> problems = new ArrayList<>();

    private ScheduleReader(String file, JsonPositions positions) {
        this.file = file;
        this.positions = positions;
    }

    /**
     * Reads a schedule.
     *
     * @param file name for messages
     * @throws DiagnosticException with every problem found
     */
    public static Schedule read(String file, String json) throws DiagnosticException {
        JsonNode root;
        JsonPositions positions;
        try {
            positions = JsonPositions.of(json);
            root = MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new DiagnosticException(Diagnostic.of(
                    Rule.SCHEDULE_SYNTAX, span(file, e.getLocation()), "not valid JSON: " + reason(e), null));
        }
        ScheduleReader reader = new ScheduleReader(file, positions);
        Schedule schedule = reader.schedule(root);
        if (!reader.problems.isEmpty()) {
            throw new DiagnosticException(reader.problems);
        }
        return schedule;
    }

    /** The parser's own words, without its remarks on where an open bracket began. */
    private static String reason(JacksonException e) {
        return e.getOriginalMessage().replaceFirst(" \\((start marker at|for) .*", "");
    }

    private static Span span(String file, @Nullable TokenStreamLocation location) {
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        int column = location == null ? 1 : Math.max(1, location.getColumnNr());
        return new Span(file, line, column, line, column + 1);
    }

    private Schedule schedule(JsonNode root) {
        if (!isObject(root, "")) {
            return Schedule.EMPTY;
        }
        allow(root, "", Set.of("$schema", "kernel", "board", "tunables", "loops", "arrays", "fifos", "ports"));
        return new Schedule(
                section(root, "tunables", this::tunable),
                section(root, "loops", this::loop),
                section(root, "arrays", this::array),
                section(root, "fifos", this::fifo),
                section(root, "ports", this::port));
    }

    private interface Reading<T> {
        @Nullable
        T read(JsonNode node, String pointer);
    }

    private <T> Map<String, Schedule.Entry<T>> section(JsonNode root, String name, Reading<T> reading) {
        Map<String, Schedule.Entry<T>> entries = new LinkedHashMap<>();
        JsonNode section = root.get(name);
        String pointer = "/" + name;
        if (section != null && isObject(section, pointer)) {
            section.properties().forEach(member -> {
                String at = pointer + "/" + escaped(member.getKey());
                T value = reading.read(member.getValue(), at);
                if (value != null) {
                    entries.put(member.getKey(), new Schedule.Entry<>(value, span(at)));
                }
            });
        }
        return entries;
    }

    private @Nullable Long tunable(JsonNode node, String pointer) {
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        problem(pointer, "a tunable takes a whole number, not " + node);
        return null;
    }

    private Schedule.@Nullable LoopEdit loop(JsonNode node, String pointer) {
        if (!isObject(node, pointer)) {
            return null;
        }
        allow(node, pointer, Set.of("pipeline", "unroll", "parallel", "tripCount"));
        JsonNode parallel = node.get("parallel");
        if (parallel != null && !parallel.isBoolean()) {
            problem(pointer + "/parallel", "takes true or false, not " + parallel);
        }
        return new Schedule.LoopEdit(
                interval(node.get("pipeline"), pointer + "/pipeline"),
                unrollFactor(node.get("unroll"), pointer + "/unroll"),
                parallel == null ? null : Boolean.valueOf(parallel.asBoolean(false)),
                tripCount(node.get("tripCount"), pointer + "/tripCount"));
    }

    /** An interval in cycles; false switches pipelining off. */
    private OptionalInt interval(@Nullable JsonNode node, String pointer) {
        if (node == null) {
            return OptionalInt.empty();
        }
        if (node.isBoolean()) {
            return OptionalInt.of(node.booleanValue() ? 1 : 0);
        }
        return positive(node, pointer, "an initiation interval of at least 1, or false");
    }

    /** A number of copies; "complete" for all. */
    private OptionalInt unrollFactor(@Nullable JsonNode node, String pointer) {
        if (node == null) {
            return OptionalInt.empty();
        }
        if (node.isString() && node.stringValue().equals("complete")) {
            return OptionalInt.of(0);
        }
        return positive(node, pointer, "a factor of at least 1, or \"complete\"");
    }

    private OptionalInt positive(JsonNode node, String pointer, String wanted) {
        if (node.isInt() && node.intValue() >= 1) {
            return OptionalInt.of(node.intValue());
        }
        problem(pointer, "takes " + wanted + ", not " + node);
        return OptionalInt.empty();
    }

    private @Nullable TripCount tripCount(@Nullable JsonNode node, String pointer) {
        if (node == null || !isObject(node, pointer)) {
            return null;
        }
        allow(node, pointer, Set.of("min", "max", "typical"));
        long min = node.path("min").asLong(0);
        long max = node.path("max").asLong(-1);
        long typical = node.path("typical").asLong((min + max) / 2);
        if (min < 0 || max < min) {
            problem(pointer, "needs 0 <= min <= max");
            return null;
        }
        return new TripCount(min, max, typical);
    }

    private Schedule.@Nullable ArrayEdit array(JsonNode node, String pointer) {
        if (!isObject(node, pointer)) {
            return null;
        }
        allow(node, pointer, Set.of("partition", "reshape", "storage"));
        return new Schedule.ArrayEdit(
                splits(node.get("partition"), pointer + "/partition"),
                splits(node.get("reshape"), pointer + "/reshape"),
                choice(node.get("storage"), pointer + "/storage", StorageKind.class));
    }

    private @Nullable List<Split> splits(@Nullable JsonNode node, String pointer) {
        if (node == null) {
            return null;
        }
        if (!node.isArray()) {
            problem(pointer, "takes a list such as [{\"dim\": 1, \"kind\": \"cyclic\", \"factor\": 4}]");
            return null;
        }
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Split split = split(node.get(i), pointer + "/" + i);
            if (split != null) {
                splits.add(split);
            }
        }
        return splits;
    }

    private @Nullable Split split(JsonNode node, String pointer) {
        if (!isObject(node, pointer)) {
            return null;
        }
        allow(node, pointer, Set.of("dim", "kind", "factor"));
        PartitionKind kind = node.has("kind")
                ? choice(node.get("kind"), pointer + "/kind", PartitionKind.class)
                : PartitionKind.COMPLETE;
        int dimension = node.path("dim").asInt(1);
        int factor = node.path("factor").asInt(0);
        if (kind == null) {
            return null;
        }
        if (dimension < 0 || (kind != PartitionKind.COMPLETE && factor < 2)) {
            problem(pointer, "needs dim >= 0, and factor >= 2 for cyclic and block");
            return null;
        }
        return new Split(dimension, kind, kind == PartitionKind.COMPLETE ? 0 : factor);
    }

    private <E extends Enum<E>> @Nullable E choice(@Nullable JsonNode node, String pointer, Class<E> type) {
        if (node == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            names.add(constant.name().toLowerCase(Locale.ROOT));
            if (node.isString() && constant.name().equalsIgnoreCase(node.stringValue())) {
                return constant;
            }
        }
        problem(pointer, "takes one of " + String.join(", ", names) + ", not " + node);
        return null;
    }

    private @Nullable Integer fifo(JsonNode node, String pointer) {
        if (!isObject(node, pointer)) {
            return null;
        }
        allow(node, pointer, Set.of("depth"));
        JsonNode depth = node.get("depth");
        if (depth == null) {
            problem(pointer, "needs a depth");
            return null;
        }
        OptionalInt value = positive(depth, pointer + "/depth", "a capacity of at least 1");
        return value.isPresent() ? value.getAsInt() : null;
    }

    private Schedule.@Nullable PortEdit port(JsonNode node, String pointer) {
        if (!isObject(node, pointer)) {
            return null;
        }
        allow(node, pointer, Set.of("bundle", "bank"));
        String bundle = text(node.get("bundle"), pointer + "/bundle");
        if (bundle != null && !BUNDLE.matcher(bundle).matches()) {
            problem(
                    pointer + "/bundle",
                    "a bundle is named with letters, digits and underscores, not \"" + bundle + "\"");
        }
        return new Schedule.PortEdit(bundle, text(node.get("bank"), pointer + "/bank"));
    }

    private @Nullable String text(@Nullable JsonNode node, String pointer) {
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            problem(pointer, "takes a text, not " + node);
            return null;
        }
        return node.stringValue();
    }

    private boolean isObject(JsonNode node, String pointer) {
        if (!node.isObject()) {
            problem(pointer, "must be an object in braces, not " + node);
        }
        return node.isObject();
    }

    private void allow(JsonNode node, String pointer, Collection<String> names) {
        node.propertyNames().forEach(name -> {
            if (!names.contains(name)) {
                String known = String.join(", ", names.stream().sorted().toList());
                problems.add(Diagnostic.of(
                        Rule.SCHEDULE_UNKNOWN_NAME,
                        span(pointer + "/" + escaped(name)),
                        "\"" + name + "\" is not known here" + NearestName.hint(name, names),
                        "known: " + known));
            }
        });
    }

    private void problem(String pointer, String message) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        String subject = name.isEmpty() ? "the schedule" : "\"" + name + "\"";
        problems.add(Diagnostic.of(Rule.SCHEDULE_VALUE, span(pointer), subject + ": " + message, null));
    }

    private Span span(String pointer) {
        JsonPositions.Position position = positions.at(pointer);
        return new Span(file, position.line(), position.column(), position.line(), position.column() + 1);
    }

    /** A name as a reference token of a JSON pointer (RFC 6901). */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
