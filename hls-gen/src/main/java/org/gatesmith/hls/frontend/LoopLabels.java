package org.gatesmith.hls.frontend;

import com.sun.source.tree.Tree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Names for the loops of a program: {@code method.counter}, with {@code _2}, {@code _3} … for further ones of that name. */
final class LoopLabels {

    private final Map<Tree, String> labels = new IdentityHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The label of a loop; the same tree always has the same label, however often its method is lowered. */
    String label(Tree loop, String method, String counter) {
        return labels.computeIfAbsent(loop, _ -> fresh(method + "." + counter));
    }

    private String fresh(String base) {
        String label = base;
        while (!taken.add(label)) {
            label = base + "_" + (uses.merge(base, 1, Integer::sum) + 1);
        }
        return label;
    }
}
