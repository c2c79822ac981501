package org.gatesmith.host.session;

import java.nio.file.Path;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.stream.GeneratedSource;

/** What a kernel is called with for an array parameter, where a Java array of primitives is not enough. */
public sealed interface ArrayArgument {

    /** Elements in memory, such as a mapped file's; results are written into them. */
    record InMemory(Elements elements) implements ArrayArgument {}

    /** A file that is read: {@code .npy}, or an image. For parameters that the kernel only reads. */
    record Read(Path file) implements ArrayArgument {}

    /** An {@code .npy} file that is written. For parameters that the kernel only writes. */
    record Written(Path file) implements ArrayArgument {}

    /** A file that is read, and one that takes the results. For parameters that the kernel reads and writes. */
    record ReadAndWritten(Path from, Path to) implements ArrayArgument {}

    /** Elements that are computed as they are needed. For parameters that the kernel only reads. */
    record Generated(GeneratedSource.ElementFunction function) implements ArrayArgument {}

    /** Elements that nobody wants. For parameters that the kernel only writes. */
    record Discarded() implements ArrayArgument {}

    /** Elements in memory. */
    static ArrayArgument of(Elements elements) {
        return new InMemory(elements);
    }

    /** A file to read. */
    static ArrayArgument from(Path file) {
        return new Read(file);
    }

    /** A file to write. */
    static ArrayArgument to(Path file) {
        return new Written(file);
    }

    /** A file to read and another one for the results. */
    static ArrayArgument fromTo(Path from, Path to) {
        return new ReadAndWritten(from, to);
    }

    /** Elements by their row-major index, as raw bits. */
    static ArrayArgument generated(GeneratedSource.ElementFunction function) {
        return new Generated(function);
    }

    /** Nobody wants the results. */
    static ArrayArgument discarded() {
        return new Discarded();
    }
}
