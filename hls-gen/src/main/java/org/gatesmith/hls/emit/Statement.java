package org.gatesmith.hls.emit;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A statement of C, ready to be laid out. Templates ask for {@link #kind} and the components. */
public sealed interface Statement {

    /** The statement's name in templates: the record's in lower case. */
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** One line that ends in a semicolon: an assignment, a declaration, a call. */
    record Line(String text) implements Statement {}

    /** A declaration with a long initialiser in braces, given in rows. */
    record Table(String declaration, List<String> rows) implements Statement {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** {@code // text}. */
    record Comment(String text) implements Statement {}

    /** {@code #pragma text}, at the left margin. */
    record Pragma(String text) implements Statement {}

    /** {@code __attribute__((text))}, of what follows. */
    record Attribute(String text) implements Statement {}

    /** An empty line. */
    record Gap() implements Statement {}

    /**
     * A loop: {@code label: head { body }}.
     *
     * @param label empty for none
     * @param head with its keyword and condition
     * @param tail what follows the closing brace, empty for none
     */
    record Loop(String label, String head, List<Statement> body, String tail) implements Statement {
        public Loop {
            body = List.copyOf(body);
        }
    }

    /** {@code if}, any number of {@code else if}, and {@code else} if there is one. */
    record If(List<Branch> branches, @Nullable List<Statement> otherwise) implements Statement {
        public If {
            branches = List.copyOf(branches);
            otherwise = otherwise == null ? null : List.copyOf(otherwise);
        }
    }

    /** One condition and what it guards. */
    record Branch(String condition, List<Statement> body) {
        public Branch {
            body = List.copyOf(body);
        }
    }
}
