package org.gatesmith.host.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/**
 * A journal as it lies on disk.
 *
 * @param groups the last record of every group, in the order of the groups
 * @param bytes length of the whole lines; what follows is the start of a line that a crash cut off
 */
record JournalText(SortedMap<Long, GroupRecord> groups, long bytes) {

    /** Reads a journal; one that is not there has no lines. */
    static JournalText read(Path file) throws FolderException {
        byte[] contents;
        try {
            contents = Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            contents = new byte[0];
        } catch (IOException e) {
            throw FolderException.reading(file, e);
        }
        SortedMap<Long, GroupRecord> groups = new TreeMap<>();
        int from = 0;
        int line = 1;
        for (int at = 0; at < contents.length; at++) {
            if (contents[at] == '\n') {
                GroupRecord record = parse(file, line, new String(contents, from, at - from, StandardCharsets.UTF_8));
                groups.put(record.group(), record);
                from = at + 1;
                line++;
            }
        }
        return new JournalText(groups, from);
    }

    private static GroupRecord parse(Path file, int line, String text) throws FolderException {
        try {
            return FolderJson.parseLine(text, GroupRecord.class);
        } catch (JacksonException e) {
            throw new FolderException(
                    FolderFault.DAMAGED,
                    file + ":" + line + ": is damaged: " + FolderJson.reason(e)
                            + "; delete this line to have its group run again, or run anew with another --out");
        }
    }

    /** One line per group, in their order: what a complete run keeps, however its groups came about. */
    static String inOrder(SortedMap<Long, GroupRecord> groups) {
        StringBuilder text = new StringBuilder();
        groups.values().forEach(record -> text.append(FolderJson.line(record)).append('\n'));
        return text.toString();
    }
}
