package org.gatesmith.hls.ir;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads types. */
final class TypeParser {

    private static final Pattern INTEGER = Pattern.compile("([iu])([0-9]{1,9})");

    private final IrTokens tokens;

    TypeParser(IrTokens tokens) {
        this.tokens = tokens;
    }

    Type type() throws IrSyntaxException {
        if (tokens.accept("port")) {
            return port();
        }
        if (tokens.accept("fifo")) {
            tokens.expect("<");
            FifoType fifo = new FifoType(scalar());
            tokens.expect(">");
            return fifo;
        }
        ScalarType scalar = scalar();
        return atExtent() ? new ArrayType(scalar, extents()) : scalar;
    }

    /** The type of a table. */
    ArrayType array() throws IrSyntaxException {
        IrToken first = tokens.peek();
        if (type() instanceof ArrayType array) {
            return array;
        }
        throw first.error("expected an array type");
    }

    private PortType port() throws IrSyntaxException {
        tokens.expect("<");
        ScalarType element = scalar();
        PortType port = PortType.of(element);
        if (tokens.accept("in")) {
            BigInteger min = tokens.integer();
            tokens.expect("..");
            port = new PortType(element, min, tokens.integer());
        }
        tokens.expect(">");
        return port;
    }

    private ScalarType scalar() throws IrSyntaxException {
        IrToken token = tokens.expect(IrToken.Kind.NAME);
        return switch (token.text()) {
            case "f32" -> FloatType.F32;
            case "f64" -> FloatType.F64;
            default -> integer(token);
        };
    }

    private static IntType integer(IrToken token) throws IrSyntaxException {
        Matcher name = INTEGER.matcher(token.text());
        if (!name.matches()) {
            throw token.error("'" + token.text() + "' is not a type");
        }
        int width = Integer.parseInt(name.group(2));
        if (width < 1 || width > IntType.MAX_WIDTH) {
            throw token.error("integer width " + width + " is not in 1.." + IntType.MAX_WIDTH);
        }
        return new IntType(width, name.group(1).equals("i"));
    }

    /** A bracket may also open the attributes that follow a table's type; those start with a word. */
    private boolean atExtent() {
        return tokens.at("[") && tokens.peekNext().kind() == IrToken.Kind.INTEGER;
    }

    private List<Integer> extents() throws IrSyntaxException {
        List<Integer> extents = new ArrayList<>();
        while (atExtent()) {
            tokens.expect("[");
            IrToken token = tokens.peek();
            int extent = tokens.number();
            if (extent < 1) {
                throw token.error("an extent must be positive");
            }
            extents.add(extent);
            tokens.expect("]");
        }
        return extents;
    }
}
