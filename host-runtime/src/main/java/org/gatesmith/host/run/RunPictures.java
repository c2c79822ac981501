package org.gatesmith.host.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.GreyImage;
import org.gatesmith.host.data.NpyFile;
import org.gatesmith.host.folder.RunFolder;
import org.gatesmith.host.problem.ProblemSize;

/** Results as images, where a run is about images. */
final class RunPictures {

    private RunPictures() {}

    /**
     * Writes every output of two dimensions of bytes as a PNG image too.
     *
     * @return the files
     */
    static List<Path> write(RunFolder folder, List<Parameter.Array> outputs, ProblemSize size, boolean hasImage)
            throws DataException {
        List<Path> written = new ArrayList<>();
        for (Parameter.Array array : outputs) {
            List<Long> shape = size.shape(array);
            if (hasImage && array.type() == JavaType.BYTE && shape.size() == 2) {
                try (NpyFile file = NpyFile.open(folder.output(array.name()))) {
                    Path image = folder.picture(array.name());
                    GreyImage.write(image, file.elements(array.name(), array.type(), shape), shape);
                    written.add(image);
                }
            }
        }
        return written;
    }
}
