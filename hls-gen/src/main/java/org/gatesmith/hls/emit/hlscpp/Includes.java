package org.gatesmith.hls.emit.hlscpp;

import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.Statement;

/** Headers that a text needs, found by the names that it uses. */
final class Includes {

    /** A name and the header that declares it. */
    private record Need(String name, String header) {}

    private static final List<Need> SYSTEM = List.of(
            new Need("INT_MIN", "<climits>"),
            new Need("std::", "<cmath>"),
            new Need("int64_t", "<cstdint>"),
            new Need("INT64_MIN", "<cstdint>"),
            new Need("std::numeric_limits", "<limits>"));

    private static final List<Need> LIBRARY = List.of(
            new Need("ap_int<", "\"ap_int.h\""),
            new Need("ap_uint<", "\"ap_int.h\""),
            new Need("hls::stream<", "\"hls_stream.h\""),
            new Need(SupportHeader.NAMESPACE, "\"" + SupportHeader.NAME + "\""));

    private Includes() {}

    static List<String> system(List<String> texts) {
        return headers(SYSTEM, texts);
    }

    static List<String> library(List<String> texts) {
        return headers(LIBRARY, texts);
    }

    private static List<String> headers(List<Need> needs, List<String> texts) {
        return needs.stream()
                .filter(need -> texts.stream().anyMatch(text -> text.contains(need.name())))
                .map(Need::header)
                .distinct()
                .toList();
    }

    /** All pieces of text in statements, however deep. */
    static Stream<String> texts(List<? extends Statement> statements) {
        return statements.stream().flatMap(Includes::texts);
    }

    private static Stream<String> texts(Statement statement) {
        return switch (statement) {
            case Statement.Line(String text) -> Stream.of(text);
            case Statement.Table(String declaration, List<String> rows) ->
                Stream.concat(Stream.of(declaration), rows.stream());
            case Statement.Loop loop -> Stream.concat(Stream.of(loop.head(), loop.tail()), texts(loop.body()));
            case Statement.If branch ->
                Stream.concat(
                        branch.branches().stream()
                                .flatMap(one -> Stream.concat(Stream.of(one.condition()), texts(one.body()))),
                        branch.otherwise() == null ? Stream.of() : texts(branch.otherwise()));
            case Statement.Comment _, Statement.Pragma _, Statement.Gap _, Statement.Attribute _ -> Stream.of();
        };
    }
}
