package org.gatesmith.hls.emit;

import java.util.ArrayList;
import java.util.List;

/** Empty lines between the parts of a block: after a loop, and in a function also before one. */
final class Spacing {

    private Spacing() {}

    static List<Statement> ofBlock(List<Statement> statements) {
        return spaced(statements, false);
    }

    static List<Statement> ofFunction(List<Statement> statements) {
        return spaced(statements, true);
    }

    private static List<Statement> spaced(List<Statement> statements, boolean beforeLoops) {
        List<Statement> spaced = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            boolean afterLoop = i > 0 && statements.get(i - 1) instanceof Statement.Loop;
            if (afterLoop || (i > 0 && beforeLoops && startsLoop(statements, i))) {
                spaced.add(new Statement.Gap());
            }
            spaced.add(statements.get(i));
        }
        return spaced;
    }

    /** Whether a loop's comment stands here. */
    private static boolean startsLoop(List<Statement> statements, int index) {
        int next = index + 1;
        while (next < statements.size() && statements.get(next) instanceof Statement.Attribute) {
            next++;
        }
        return statements.get(index) instanceof Statement.Comment
                && next < statements.size()
                && statements.get(next) instanceof Statement.Loop;
    }
}
