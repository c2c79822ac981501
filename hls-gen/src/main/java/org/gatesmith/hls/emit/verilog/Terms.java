package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.gatesmith.hls.emit.verilog.Term.Bits;
import org.gatesmith.hls.emit.verilog.Term.Choice;
import org.gatesmith.hls.emit.verilog.Term.Compare;
import org.gatesmith.hls.emit.verilog.Term.Division;
import org.gatesmith.hls.emit.verilog.Term.Element;
import org.gatesmith.hls.emit.verilog.Term.Extend;
import org.gatesmith.hls.emit.verilog.Term.Infix;
import org.gatesmith.hls.emit.verilog.Term.Join;
import org.gatesmith.hls.emit.verilog.Term.Part;
import org.gatesmith.hls.emit.verilog.Term.Prefix;
import org.gatesmith.hls.emit.verilog.Term.Product;
import org.gatesmith.hls.emit.verilog.Term.Reduce;
import org.gatesmith.hls.emit.verilog.Term.Shift;

/** Makes terms, with the simplifications that keep the text readable. */
final class Terms {

    static final Bits TRUE = new Bits(1, BigInteger.ONE);
    static final Bits FALSE = new Bits(1, BigInteger.ZERO);

    private Terms() {}

    /** A constant, wrapped to its width. */
    static Bits bits(int width, BigInteger value) {
        return new Bits(width, value.mod(BigInteger.ONE.shiftLeft(width)));
    }

    static Bits bits(int width, long value) {
        return bits(width, BigInteger.valueOf(value));
    }

    // ---- one bit

    static Term and(Term left, Term right) {
        if (left.equals(FALSE) || right.equals(FALSE)) {
            return FALSE;
        }
        return left.equals(TRUE) ? right : right.equals(TRUE) || left.equals(right) ? left : infix("&", left, right);
    }

    static Term or(Term left, Term right) {
        if (left.equals(TRUE) || right.equals(TRUE)) {
            return TRUE;
        }
        return left.equals(FALSE) ? right : right.equals(FALSE) || left.equals(right) ? left : infix("|", left, right);
    }

    static Term or(List<Term> terms) {
        return terms.stream().reduce(FALSE, Terms::or);
    }

    static Term not(Term term) {
        return switch (term) {
            case Bits bits -> bits.equals(TRUE) ? FALSE : TRUE;
            case Prefix(String operator, Term inner, int _) when operator.equals("~") -> inner;
            default -> new Prefix("~", term, 1);
        };
    }

    // ---- any width

    static Term infix(String operator, Term left, Term right) {
        return new Infix(operator, left, right, same(left, right));
    }

    static Term add(Term left, Term right) {
        return isZero(right) ? left : isZero(left) ? right : infix("+", left, right);
    }

    static Term choice(Term condition, Term yes, Term no) {
        if (condition instanceof Bits) {
            return condition.equals(TRUE) ? yes : no;
        }
        return yes.equals(no) ? yes : new Choice(condition, yes, no, same(yes, no));
    }

    /** The parts side by side, the highest first. */
    static Term join(List<Term> parts) {
        List<Term> merged = new ArrayList<>();
        for (Term part : parts) {
            Term last = merged.isEmpty() ? null : merged.getLast();
            if (last instanceof Part high && part instanceof Part low && follows(high, low)) {
                merged.set(merged.size() - 1, new Part(high.signal(), low.low(), high.width() + low.width()));
            } else if (last instanceof Bits high && part instanceof Bits low) {
                BigInteger value = high.value().shiftLeft(low.width()).or(low.value());
                merged.set(merged.size() - 1, new Bits(high.width() + low.width(), value));
            } else {
                merged.add(part);
            }
        }
        int width = parts.stream().mapToInt(Term::width).sum();
        return merged.size() == 1 ? merged.getFirst() : new Join(List.copyOf(merged), width);
    }

    private static boolean follows(Part high, Part low) {
        return high.signal() == low.signal() && high.low() == low.low() + low.width();
    }

    private static boolean isZero(Term term) {
        return term instanceof Bits bits && bits.value().signum() == 0;
    }

    private static int same(Term left, Term right) {
        if (left.width() != right.width()) {
            throw new IllegalArgumentException(
                    left.width() + " and " + right.width() + " bits: " + left + ", " + right);
        }
        return left.width();
    }

    // ---- widths

    /** A constant or part as a number of another width. */
    static Term resized(Term term, boolean signed, int width) {
        if (width <= term.width()) {
            return low(term, width);
        }
        if (term instanceof Bits bits) {
            boolean negative = signed && bits.value().testBit(bits.width() - 1);
            BigInteger value = negative ? bits.value().subtract(BigInteger.ONE.shiftLeft(bits.width())) : bits.value();
            return bits(width, value);
        }
        if (term instanceof Extend(Term inner, int _, boolean innerSigned) && (signed || !innerSigned)) {
            return new Extend(inner, width, innerSigned);
        }
        return new Extend(term, width, signed);
    }

    /** The low bits of a term that {@link #isCuttable}. */
    static Term low(Term term, int width) {
        if (width == term.width()) {
            return term;
        }
        return switch (term) {
            case Bits bits -> bits(width, bits.value());
            case Part part -> new Part(part.signal(), part.low(), width);
            case Extend extend -> resized(extend.term(), extend.signed(), width);
            case Infix infix -> new Infix(infix.operator(), low(infix.left(), width), low(infix.right(), width), width);
            case Product product -> new Product(atMost(product.left(), width), atMost(product.right(), width), width);
            case Prefix prefix -> new Prefix(prefix.operator(), low(prefix.term(), width), width);
            case Choice choice ->
                new Choice(choice.condition(), low(choice.yes(), width), low(choice.no(), width), width);
            case Shift shift
            when shift.operator().equals("<<") -> new Shift("<<", low(shift.term(), width), shift.count(), width);
            case Join join -> lowParts(join, width);
            case Element element -> new Element(element.array(), element.index(), width);
            case Shift _, Division _, Compare _, Reduce _ ->
                throw new IllegalArgumentException("no part can be taken of " + term);
        };
    }

    private static Term atMost(Term term, int width) {
        return low(term, Math.min(width, term.width()));
    }

    private static Term lowParts(Join join, int width) {
        List<Term> parts = new ArrayList<>();
        int missing = width;
        for (Term part : join.parts().reversed()) {
            if (missing > 0) {
                parts.addFirst(low(part, Math.min(missing, part.width())));
                missing -= part.width();
            }
        }
        return join(parts);
    }

    /** Whether {@link #low} can take low bits. */
    static boolean isCuttable(Term term) {
        return switch (term) {
            case Bits _, Part _, Extend _, Element _ -> true;
            case Infix infix -> isCuttable(infix.left()) && isCuttable(infix.right());
            case Product product -> isCuttable(product.left()) && isCuttable(product.right());
            case Prefix prefix -> isCuttable(prefix.term());
            case Choice choice -> isCuttable(choice.yes()) && isCuttable(choice.no());
            case Shift shift -> shift.operator().equals("<<") && isCuttable(shift.term());
            case Join join -> join.parts().stream().allMatch(Terms::isCuttable);
            case Division _, Compare _, Reduce _ -> false;
        };
    }

    /** Bits {@code from} and up, {@code width} of them, of constants, parts and what is made of them. */
    static Term slice(Term term, int from, int width) {
        return switch (term) {
            case Bits bits -> bits(width, bits.value().shiftRight(from));
            case Part part -> new Part(part.signal(), part.low() + from, width);
            case Extend extend -> slice(extend, from, width);
            case Join join -> slice(join, from, width);
            default -> throw new IllegalArgumentException("no bits can be selected of " + term);
        };
    }

    private static Term slice(Extend extend, int from, int width) {
        Term inner = extend.term();
        if (from + width <= inner.width()) {
            return slice(inner, from, width);
        }
        if (from >= inner.width() && !extend.signed()) {
            return bits(width, 0);
        }
        int first = Math.min(from, inner.width() - 1);
        return resized(slice(inner, first, inner.width() - first), extend.signed(), width);
    }

    private static Term slice(Join join, int from, int width) {
        List<Term> parts = new ArrayList<>();
        int low = 0;
        for (Term part : join.parts().reversed()) {
            int first = Math.max(from, low);
            int end = Math.min(from + width, low + part.width());
            if (first < end) {
                parts.addFirst(slice(part, first - low, end - first));
            }
            low += part.width();
        }
        return join(parts);
    }

    /** The operands of a term. */
    static List<Term> operands(Term term) {
        return switch (term) {
            case Bits _, Part _ -> List.of();
            case Extend extend -> List.of(extend.term());
            case Infix infix -> List.of(infix.left(), infix.right());
            case Product product -> List.of(product.left(), product.right());
            case Prefix prefix -> List.of(prefix.term());
            case Compare compare -> List.of(compare.left(), compare.right());
            case Choice choice -> List.of(choice.condition(), choice.yes(), choice.no());
            case Shift shift -> List.of(shift.term(), shift.count());
            case Division division -> List.of(division.left(), division.right());
            case Join join -> join.parts();
            case Reduce reduce -> List.of(reduce.term());
            case Element element -> List.of(element.index());
        };
    }

    /** Balanced rather than a chain, because synthesis keeps the order of additions. */
    static Term balanced(List<Term> terms, BinaryOperator<Term> operator) {
        if (terms.size() == 1) {
            return terms.getFirst();
        }
        int half = terms.size() / 2;
        return operator.apply(
                balanced(terms.subList(0, half), operator), balanced(terms.subList(half, terms.size()), operator));
    }
}
