package org.gatesmith.hls.frontend;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.SimpleJavaFileObject;

/** A Java source file held in memory, under the name that messages show. */
final class SourceText extends SimpleJavaFileObject {

    private final String binaryPath;
    private final String displayName;
    private final String text;

    /**
     * @param binaryPath path below the source root, such as {@code org/example/MyKernel.java}
     * @param displayName the file as the user named it
     */
    SourceText(String binaryPath, String displayName, String text) {
        super(uri(binaryPath), Kind.SOURCE);
        this.binaryPath = binaryPath;
        this.displayName = displayName;
        this.text = text;
    }

    private static URI uri(String binaryPath) {
        try {
            return new URI("source", "", "/" + binaryPath, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    String binaryPath() {
        return binaryPath;
    }

    String displayName() {
        return displayName;
    }

    String text() {
        return text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    /** Replacement of the characters from {@code start} to {@code end}. */
    record Edit(int start, int end, String replacement) {}

    /** This file with edits applied; edits at the same place are applied in the order given. */
    SourceText edited(List<Edit> edits) {
        List<Edit> ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparingInt(Edit::start));
        StringBuilder result = new StringBuilder();
        int position = 0;
        for (Edit edit : ordered) {
            result.append(text, position, edit.start()).append(edit.replacement());
            position = edit.end();
        }
        return new SourceText(
                binaryPath,
                displayName,
                result.append(text, position, text.length()).toString());
    }
}
