package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Spelling of terms. */
final class TermText {

    /** Wider constants, and those above it, are written in hexadecimal. */
    private static final BigInteger LARGEST_DECIMAL = BigInteger.valueOf(99_999);

    private final Demand demand;

    TermText(Demand demand) {
        this.demand = demand;
    }

    String of(Term term) {
        return switch (term) {
            case Term.Bits bits -> bits(bits);
            case Term.Part part -> part(part);
            case Term.Extend extend -> extend(extend);
            case Term.Infix infix ->
                operand(infix.left(), infix.operator()) + " " + infix.operator() + " " + right(infix);
            case Term.Product product -> signed(product.left()) + " * " + signed(product.right());
            case Term.Prefix prefix -> prefix.operator() + nested(prefix.term());
            case Term.Compare compare -> compare(compare);
            case Term.Choice choice ->
                nested(choice.condition()) + " ? " + nested(choice.yes()) + " : "
                        + (choice.no() instanceof Term.Choice ? of(choice.no()) : nested(choice.no()));
            case Term.Shift shift ->
                (shift.operator().equals(">>>") ? signed(shift.term()) : nested(shift.term())) + " " + shift.operator()
                        + " " + nested(shift.count());
            case Term.Division division -> division(division);
            case Term.Join join -> join.parts().stream().map(this::of).collect(Collectors.joining(", ", "{", "}"));
            case Term.Reduce reduce -> reduce.operator() + nested(reduce.term());
            case Term.Element element -> element(element);
        };
    }

    private static String bits(Term.Bits bits) {
        boolean decimal = bits.value().compareTo(LARGEST_DECIMAL) <= 0;
        return bits.width()
                + (bits.width() == 1 ? "'b" : decimal ? "'d" : "'h")
                + bits.value().toString(decimal ? 10 : 16);
    }

    private String part(Term.Part part) {
        String name = part.signal().name();
        if (demand.width(part.signal()) == 1 || isWhole(part)) {
            return name;
        }
        int high = part.low() + part.width() - 1;
        return part.width() == 1 ? name + "[" + part.low() + "]" : name + "[" + high + ":" + part.low() + "]";
    }

    private boolean isWhole(Term.Part part) {
        return part.low() == 0 && part.width() == demand.width(part.signal());
    }

    private String extend(Term.Extend extend) {
        Term inner = extend.term();
        int more = extend.width() - inner.width();
        if (!extend.signed()) {
            return "{" + more + "'d0, " + of(inner) + "}";
        }
        String highest = of(Terms.slice(inner, inner.width() - 1, 1));
        return "{{" + more + "{" + highest + "}}, " + of(inner) + "}";
    }

    /** An operand needs no parentheses where the same associative operator is around it. */
    private String operand(Term term, String around) {
        return term instanceof Term.Infix infix && infix.operator().equals(around) && !around.equals("-")
                ? of(term)
                : nested(term);
    }

    private String right(Term.Infix infix) {
        return infix.operator().equals("+") || infix.operator().equals("-")
                ? nested(infix.right())
                : operand(infix.right(), infix.operator());
    }

    private String compare(Term.Compare compare) {
        return compare.signed()
                ? signed(compare.left()) + " " + compare.operator() + " " + signed(compare.right())
                : nested(compare.left()) + " " + compare.operator() + " " + nested(compare.right());
    }

    private String division(Term.Division division) {
        return division.signed()
                ? signed(division.left()) + " " + division.operator() + " " + signed(division.right())
                : nested(division.left()) + " " + division.operator() + " " + nested(division.right());
    }

    private String element(Term.Element element) {
        String word = element.array().name() + "[" + of(element.index()) + "]";
        return element.width() == element.array().width() ? word : word + "[" + (element.width() - 1) + ":0]";
    }

    private String signed(Term term) {
        return "$signed(" + of(term) + ")";
    }

    private String nested(Term term) {
        if (dependsOnSign(term)) {
            return "$unsigned(" + of(term) + ")";
        }
        return isSimple(term) ? of(term) : "(" + of(term) + ")";
    }

    /** Where it is an operand of an unsigned operator, such a term would be taken for unsigned. */
    private static boolean dependsOnSign(Term term) {
        return switch (term) {
            case Term.Shift shift -> shift.operator().equals(">>>");
            case Term.Division division -> division.signed();
            default -> false;
        };
    }

    private static boolean isSimple(Term term) {
        return switch (term) {
            case Term.Bits _, Term.Part _, Term.Extend _, Term.Join _, Term.Element _ -> true;
            case Term.Prefix prefix -> prefix.operator().equals("~") && isSimple(prefix.term());
            default -> false;
        };
    }

    /** {@code [7:0] } in front of a name; empty for a single bit. */
    static String range(int width) {
        return width == 1 ? "" : "[" + (width - 1) + ":0] ";
    }

    static Stream<Signal> signals(Term term) {
        return term instanceof Term.Part part
                ? Stream.of(part.signal())
                : Terms.operands(term).stream().flatMap(TermText::signals);
    }
}
