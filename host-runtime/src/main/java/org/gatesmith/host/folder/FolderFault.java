package org.gatesmith.host.folder;

/** What can be wrong with a run's folder. An id is never reused; it continues the catalogue of the compiler's rules. */
public enum FolderFault {
    NOT_A_RUN("GS1101", "The folder holds no run."),
    DAMAGED("GS1102", "A file of the run's folder is damaged."),
    NEWER_FORMAT("GS1103", "A newer Gatesmith wrote the folder."),
    OCCUPIED("GS1104", "The folder for a new run holds files already."),
    IN_USE("GS1105", "Another process writes the folder."),
    CHANGED("GS1106", "Something that the run depends on has changed since it began."),
    COMPLETE("GS1107", "The run is complete, so there is nothing to continue."),
    UNREADABLE("GS1108", "A file of the run's folder cannot be read."),
    UNWRITABLE("GS1109", "A file of the run's folder cannot be written."),
    UNFINISHED("GS1110", "The run has groups of tiles that are not finished.");

    private final String id;
    private final String summary;

    FolderFault(String id, String summary) {
        this.id = id;
        this.summary = summary;
    }

    /** Stable id, such as {@code GS1101}. */
    public String id() {
        return id;
    }

    /** One sentence. */
    public String summary() {
        return summary;
    }
}
