package org.gatesmith.hls.interp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names processes after the functions they run: {@code load}, and {@code load#2} for a second call. */
final class ProcessNames {

    private ProcessNames() {}

    static List<String> of(List<String> functions) {
        Map<String, Integer> uses = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (String function : functions) {
            int use = uses.merge(function, 1, Integer::sum);
            names.add(use == 1 ? function : function + "#" + use);
        }
        return names;
    }
}
