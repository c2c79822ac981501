package org.gatesmith.host.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.GreyImage;
import org.gatesmith.host.data.NpyWriter;
import org.gatesmith.host.problem.ProblemSize;

/** Writes the arrays that a kernel wrote. */
final class RunOutputs {

    private RunOutputs() {}

    /** Creates the folder if need be, so that a folder that cannot be written is known before the kernel runs. */
    static void prepare(Path folder) throws UsageException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException("the output folder " + folder + " cannot be created: it is a file");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageException("the output folder " + folder + " cannot be created: " + FileTrouble.reason(e));
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException("the output folder " + folder + " cannot be written");
        }
    }

    /**
     * Writes every output as {@code name.npy}, and as {@code name.png} too where the run is about images.
     *
     * @return the files
     */
    static List<Path> write(
            Path folder, KernelSignature signature, ProblemSize size, RunBuffers buffers, boolean asImages)
            throws DataException {
        List<Path> written = new ArrayList<>();
        for (Parameter.Array array : signature.arrays().toList()) {
            if (array.direction().isWritten()) {
                List<Long> shape = size.shape(array);
                Elements elements = buffers.of(array).elements();
                Path file = folder.resolve(array.name() + ".npy");
                NpyWriter.write(file, elements, shape);
                written.add(file);
                if (asImages && array.type() == JavaType.BYTE && shape.size() == 2) {
                    Path image = folder.resolve(array.name() + ".png");
                    GreyImage.write(image, elements, shape);
                    written.add(image);
                }
            }
        }
        return written;
    }
}
