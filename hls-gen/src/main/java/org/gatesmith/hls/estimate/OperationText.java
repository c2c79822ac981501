package org.gatesmith.hls.estimate;

import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** Operations in a few words, for tables and explanations. */
public final class OperationText {

    private OperationText() {}

    /** What an operation does: {@code mul}, {@code load acc}, {@code call fadd32}. */
    public static String of(Op op) {
        return Access.of(op).map(OperationText::access).orElseGet(() -> simple(op));
    }

    private static String access(Access access) {
        String verb = switch (access.inner()) {
            case Op.Load _ -> "load";
            case Op.Store _ -> "store";
            case Op.FifoRead _ -> "read";
            case Op.FifoWrite _ -> "write";
            default -> "test";
        };
        return verb + " " + name(access.memory()) + (access.guard() == null ? "" : " if");
    }

    private static String simple(Op op) {
        return switch (op) {
            case Op.Compute compute -> compute.operator().mnemonic() + bits(compute.result());
            case Op.Constant _ -> "constant";
            case Op.Assume assume -> assume.what();
            case Op.TableRef table -> "table " + table.table();
            case Op.Call call -> "call " + call.callee();
            case Op.For loop -> "loop " + loop.label();
            case Op.While loop -> "loop " + loop.label();
            default -> "branch";
        };
    }

    private static String bits(Value result) {
        return " " + result.type();
    }

    /** The Java name of a memory or variable. */
    public static String name(Value value) {
        return value.name() == null ? "(unnamed)" : String.valueOf(value.name());
    }
}
