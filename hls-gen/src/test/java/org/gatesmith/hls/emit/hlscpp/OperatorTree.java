package org.gatesmith.hls.emit.hlscpp;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Operator;

/** A random expression over integers: what it means, and what C++ it is written as. */
sealed interface OperatorTree {

    IntType type();

    /** The value by definition: exact arithmetic, wrapped. */
    BigInteger value(Map<String, BigInteger> variables);

    Expression written();

    record Variable(String name, IntType type) implements OperatorTree {
        @Override
        public BigInteger value(Map<String, BigInteger> variables) {
            return variables.get(name);
        }

        @Override
        public Expression written() {
            return new HlsDialect().stored(name, HlsTypes.of(type), type);
        }
    }

    record Number(BigInteger number, IntType type) implements OperatorTree {
        @Override
        public BigInteger value(Map<String, BigInteger> variables) {
            return number;
        }

        @Override
        public Expression written() {
            return HlsLiterals.of(new Literal.Int(number), type);
        }
    }

    record Node(Operator operator, List<OperatorTree> operands, IntType type) implements OperatorTree {
        @Override
        public BigInteger value(Map<String, BigInteger> variables) {
            List<BigInteger> values =
                    operands.stream().map(operand -> operand.value(variables)).toList();
            return type.wrap(ExactOperators.apply(operator, values));
        }

        @Override
        public Expression written() {
            return HlsOperators.compute(
                    operator, operands.stream().map(OperatorTree::written).toList(), type);
        }
    }

    /** Random trees over the variables {@code v0}, {@code v1}, … */
    final class Generator {

        private static final List<Operator> OPERATORS = List.of(Operator.values()).stream()
                .filter(op -> switch (op.kind()) {
                    case INTEGER, COMPARISON, SELECT -> true;
                    case FLOAT, FLOAT_COMPARISON, CONVERSION, APPROXIMATE -> false;
                })
                .toList();

        private final Random random;
        private final List<IntType> variables;

        Generator(Random random, List<IntType> variables) {
            this.random = random;
            this.variables = variables;
        }

        static IntType type(Random random) {
            return switch (random.nextInt(8)) {
                case 0 -> IntType.BOOL;
                case 1, 2 -> IntType.I32;
                case 3 -> IntType.I64;
                case 4 ->
                    new IntType(List.of(8, 16, 31, 32, 33, 63, 64, 65).get(random.nextInt(8)), random.nextBoolean());
                case 5 -> new IntType(1 + random.nextInt(100), random.nextBoolean());
                default -> new IntType(1 + random.nextInt(40), random.nextBoolean());
            };
        }

        /** Values at the ends of a type's range are as likely as those inside. */
        static BigInteger value(Random random, IntType type) {
            return switch (random.nextInt(6)) {
                case 0 -> type.min();
                case 1 -> type.max();
                case 2 -> type.wrap(BigInteger.valueOf(random.nextInt(5) - 2));
                default -> type.wrap(new BigInteger(type.width() + 1, random));
            };
        }

        OperatorTree tree(int depth) {
            if (depth == 0 || random.nextInt(5) == 0) {
                return leaf();
            }
            Operator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
            return switch (operator.kind()) {
                case COMPARISON -> new Node(operator, List.of(tree(depth - 1), tree(depth - 1)), IntType.BOOL);
                case SELECT ->
                    new Node(operator, List.of(truth(depth - 1), tree(depth - 1), tree(depth - 1)), type(random));
                default -> integer(operator, depth);
            };
        }

        private OperatorTree integer(Operator operator, int depth) {
            return switch (operator) {
                case SHL, SHR -> new Node(operator, List.of(tree(depth - 1), count()), type(random));
                default ->
                    operator.arity() == 1
                            ? new Node(operator, List.of(tree(depth - 1)), type(random))
                            : new Node(operator, List.of(tree(depth - 1), tree(depth - 1)), type(random));
            };
        }

        private OperatorTree truth(int depth) {
            OperatorTree tree = tree(depth);
            return tree.type().equals(IntType.BOOL)
                    ? tree
                    : new Node(Operator.NE, List.of(tree, new Number(BigInteger.ZERO, tree.type())), IntType.BOOL);
        }

        private OperatorTree count() {
            OperatorTree count = random.nextBoolean() ? leaf() : tree(1);
            int bits = random.nextInt(8);
            return new Node(
                    Operator.AND,
                    List.of(count, new Number(BigInteger.valueOf((1L << bits) - 1), IntType.I32)),
                    random.nextBoolean() ? IntType.I32 : new IntType(8, false));
        }

        private OperatorTree leaf() {
            if (random.nextInt(4) == 0) {
                IntType type = type(random);
                return new Number(value(random, type), type);
            }
            int index = random.nextInt(variables.size());
            return new Variable("v" + index, variables.get(index));
        }
    }
}
