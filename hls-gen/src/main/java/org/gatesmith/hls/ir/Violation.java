package org.gatesmith.hls.ir;

/**
 * A broken rule of the IR.
 *
 * @param function name of the function, empty when the rule concerns the whole program
 * @param op first line of the operation's text, empty when the rule concerns the whole function
 * @param reason the rule that is broken
 */
public record Violation(String function, String op, String reason) {

    @Override
    public String toString() {
        String place = function.isEmpty() ? "" : "in " + function + ": ";
        return place + reason + (op.isEmpty() ? "" : ": " + op);
    }
}
