package org.gatesmith.host.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.report.Picture;
import org.gatesmith.host.report.Png;
import org.gatesmith.host.run.RunReport;

/** Images that went in and came out, as far as they are PNG files of a size that a page can hold. */
final class PagePictures {

    /** Larger pictures would make the page slow to open. */
    private static final long LARGEST = 8L << 20;

    private PagePictures() {}

    static List<Picture> of(RunReport report) throws UsageException {
        List<Picture> pictures = new ArrayList<>();
        for (Map.Entry<String, Path> input : report.pictures().entrySet()) {
            add(pictures, "before: " + input.getKey(), input.getValue());
        }
        for (Path file : report.files()) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".png")) {
                add(pictures, "after: " + name.substring(0, name.length() - ".png".length()), file);
            }
        }
        return pictures;
    }

    private static void add(List<Picture> pictures, String title, Path file) throws UsageException {
        try {
            if (Files.size(file) <= LARGEST) {
                Png png = Png.of(Files.readAllBytes(file));
                pictures.add(new Picture(title, png.width() + " × " + png.height() + ", 8 bits", png));
            }
        } catch (IOException e) {
            throw new UsageException("the picture " + file + " cannot be read: " + FileTrouble.reason(e));
        }
    }
}
