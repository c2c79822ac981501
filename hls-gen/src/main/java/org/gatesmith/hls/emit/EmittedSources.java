package org.gatesmith.hls.emit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Source files of one kernel for one back end.
 *
 * @param files text by file name, in the order in which a reader wants them; lines end in a line feed
 */
public record EmittedSources(Map<String, String> files) {

    public EmittedSources {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** The text of a file that is known to be there. */
    public String text(String fileName) {
        String text = files.get(fileName);
        if (text == null) {
            throw new IllegalArgumentException("no file " + fileName + " among " + files.keySet());
        }
        return text;
    }
}
