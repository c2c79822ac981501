package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatesmith.hls.ir.Bounds;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;

/**
 * Integer operators of the IR as terms. Their meaning is the exact result, wrapped to the type of the result: operands are brought
 * to a width at which the low bits of the result are right, by their own signs.
 */
final class IntegerTerms {

    private final Netlist netlist;

    IntegerTerms(Netlist netlist) {
        this.netlist = netlist;
    }

    /**
     * The result of an operator.
     *
     * @param operands constants or parts, of the widths of the operation's operands
     */
    Term of(Op.Compute op, List<Term> operands) {
        List<Number> numbers = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            numbers.add(new Number(operands.get(i), op.operand(i).intType()));
        }
        return of(op.operator(), op.result().intType(), numbers);
    }

    /** A term and how it is to be read. */
    record Number(Term term, IntType type) {

        /** The low bits of the number. */
        Term at(int width) {
            return Terms.resized(term, type.signed(), width);
        }

        /** The smallest number that it can be. */
        BigInteger min() {
            return term instanceof Term.Bits bits ? value(bits) : type.min();
        }

        /** The largest number that it can be. */
        BigInteger max() {
            return term instanceof Term.Bits bits ? value(bits) : type.max();
        }

        private BigInteger value(Term.Bits bits) {
            boolean negative = type.signed() && bits.value().testBit(type.width() - 1);
            return negative ? bits.value().subtract(BigInteger.ONE.shiftLeft(type.width())) : bits.value();
        }

        Term sign() {
            return type.signed() ? Terms.slice(term, type.width() - 1, 1) : Terms.FALSE;
        }
    }

    private Term of(Operator operator, IntType result, List<Number> operands) {
        int width = result.width();
        Number first = operands.getFirst();
        return switch (operator) {
            case ADD -> Terms.add(first.at(width), operands.get(1).at(width));
            case SUB -> Terms.infix("-", first.at(width), operands.get(1).at(width));
            case AND -> Terms.infix("&", first.at(width), operands.get(1).at(width));
            case OR -> Terms.infix("|", first.at(width), operands.get(1).at(width));
            case XOR -> Terms.infix("^", first.at(width), operands.get(1).at(width));
            case MUL -> new Term.Product(factor(first, width), factor(operands.get(1), width), width);
            case NOT -> new Term.Prefix("~", first.at(width), width);
            case NEG -> new Term.Prefix("-", first.at(width), width);
            case ABS -> Terms.choice(first.sign(), new Term.Prefix("-", first.at(width), width), first.at(width));
            case CAST -> first.at(width);
            case SHL -> shiftLeft(first, operands.get(1), width);
            case SHR -> shiftRight(first, operands.get(1), width);
            case MIN -> smaller(first, operands.get(1), first, operands.get(1), width);
            case MAX -> smaller(first, operands.get(1), operands.get(1), first, width);
            case DIV -> division("/", first, operands.get(1), width);
            case REM -> division("%", first, operands.get(1), width);
            case POPCOUNT32 -> popcount(first, Integer.SIZE, width);
            case POPCOUNT64 -> popcount(first, Long.SIZE, width);
            case CLZ32 -> zeros(reversed(bits(first, Integer.SIZE)), width);
            case CLZ64 -> zeros(reversed(bits(first, Long.SIZE)), width);
            case CTZ32 -> zeros(bits(first, Integer.SIZE), width);
            case CTZ64 -> zeros(bits(first, Long.SIZE), width);
            case REVERSE32 -> reverse(first, Integer.SIZE, width);
            case REVERSE64 -> reverse(first, Long.SIZE, width);
            case EQ, NE, LT, LE, GT, GE -> compare(operator, first, operands.get(1));
            case SELECT ->
                Terms.choice(
                        first.term(), operands.get(1).at(width), operands.get(2).at(width));
            default -> throw new IllegalArgumentException("no integer operator: " + operator.mnemonic());
        };
    }

    // ---- comparisons

    /** Whether a relation holds between two numbers of any types; a constant if their types and the constants decide it. */
    static Term compare(Operator relation, Number left, Number right) {
        // Tools warn of a comparison that always or never holds.
        Optional<Boolean> decided =
                Bounds.decide(relation, new Bounds(left.min(), left.max()), new Bounds(right.min(), right.max()));
        if (decided.isPresent()) {
            return decided.get() ? Terms.TRUE : Terms.FALSE;
        }
        boolean signed = left.type().signed() || right.type().signed();
        int width = Math.max(bits(left.type(), signed), bits(right.type(), signed));
        String operator = switch (relation) {
            case EQ -> "==";
            case NE -> "!=";
            case LT -> "<";
            case LE -> "<=";
            case GT -> ">";
            case GE -> ">=";
            default -> throw new IllegalArgumentException("no relation: " + relation.mnemonic());
        };
        boolean ordered = relation != Operator.EQ && relation != Operator.NE;
        return new Term.Compare(operator, left.at(width), right.at(width), signed && ordered);
    }

    private static int bits(IntType type, boolean asSigned) {
        return type.width() + (asSigned && !type.signed() ? 1 : 0);
    }

    private static Term smaller(Number left, Number right, Number yes, Number no, int width) {
        return Terms.choice(compare(Operator.LT, left, right), yes.at(width), no.at(width));
    }

    /** A factor as a signed number without more bits than it needs: multipliers are as wide as their operands. */
    private static Term factor(Number number, int width) {
        return number.at(Math.min(width, bits(number.type(), true)));
    }

    // ---- shifts

    private static Term shiftLeft(Number number, Number count, int width) {
        if (!(count.term() instanceof Term.Bits constant)) {
            return new Term.Shift("<<", number.at(width), count.term(), width);
        }
        int places = Math.min(constant.value().intValue(), width);
        if (places == 0 || places == width) {
            return places == 0 ? number.at(width) : Terms.bits(width, 0);
        }
        return Terms.join(List.of(number.at(width - places), Terms.bits(places, 0)));
    }

    private Term shiftRight(Number number, Number count, int width) {
        int from = number.type().width();
        if (count.term() instanceof Term.Bits constant) {
            int places = constant.value().intValue();
            return places < from
                    ? Terms.resized(
                            Terms.slice(number.term(), places, from - places),
                            number.type().signed(),
                            width)
                    : Terms.resized(number.sign(), true, width);
        }
        int wide = Math.max(from, width);
        Term shifted = new Term.Shift(number.type().signed() ? ">>>" : ">>", number.at(wide), count.term(), wide);
        return wide == width ? shifted : Terms.low(named("shifted", shifted), width);
    }

    // ---- division, where it may take no cycle

    private Term division(String operator, Number dividend, Number divisor, int width) {
        boolean signed = dividend.type().signed() || divisor.type().signed();
        int wide = 1 + Math.max(bits(dividend.type(), signed), bits(divisor.type(), signed));
        Term result = new Term.Division(operator, dividend.at(wide), divisor.at(wide), signed, wide);
        return Terms.resized(named(operator.equals("/") ? "quotient" : "remainder", result), signed, width);
    }

    // ---- counting bits

    private static Term popcount(Number number, int bits, int width) {
        int room = Integer.SIZE - Integer.numberOfLeadingZeros(bits);
        List<Term> ones = bits(number, bits).stream()
                .map(bit -> Terms.resized(bit, false, room))
                .toList();
        return cut(Terms.balanced(ones, Terms::add), room, width);
    }

    /** The sum has no more than {@code room} bits. */
    private static Term cut(Term count, int room, int width) {
        return width <= room ? Terms.low(count, width) : Terms.join(List.of(Terms.bits(width - room, 0), count));
    }

    /** The single low bits of a number, the lowest first. */
    private static List<Term> bits(Number number, int count) {
        int width = number.type().width();
        return IntStream.range(0, count)
                .mapToObj(i -> i < width ? Terms.slice(number.term(), i, 1) : number.sign())
                .toList();
    }

    private static List<Term> reversed(List<Term> bits) {
        return bits.reversed();
    }

    /**
     * Zeros before the first one: halves are looked at in turn. Of two halves of 2^k bits, each with its count of k + 1 bits, the
     * first decides unless its count is 2^k.
     */
    private Term zeros(List<Term> bits, int width) {
        List<Term> counts = bits.stream().map(Terms::not).toList();
        for (int half = 1; half < bits.size(); half *= 2) {
            List<Term> wider = new ArrayList<>();
            for (int i = 0; i < counts.size(); i += 2) {
                wider.add(named("zeros", joined(counts.get(i), counts.get(i + 1))));
            }
            counts = wider;
        }
        return cut(counts.getFirst(), counts.getFirst().width(), width);
    }

    private static Term joined(Term first, Term second) {
        int high = first.width() - 1;
        Term none = high == 0 ? first : Terms.slice(first, high, 1);
        Term both = Terms.and(none, high == 0 ? second : Terms.slice(second, high, 1));
        Term secondOnly = Terms.and(none, Terms.not(high == 0 ? second : Terms.slice(second, high, 1)));
        if (high == 0) {
            return Terms.join(List.of(both, secondOnly));
        }
        Term low = Terms.choice(none, Terms.slice(second, 0, high), Terms.slice(first, 0, high));
        return Terms.join(List.of(both, secondOnly, low));
    }

    private Term reverse(Number number, int bits, int width) {
        Term reverse = Terms.join(bits(number, bits));
        return Terms.resized(width > bits ? named("reversed", reverse) : reverse, true, width);
    }

    /** A constant stays one, anything else gets a wire, because bits can be selected of a name only. */
    private Term named(String wanted, Term term) {
        return term instanceof Term.Bits || term instanceof Term.Part
                ? term
                : netlist.wire(wanted, term).term();
    }
}
