package org.gatesmith.host.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.host.UsageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cache lies in the build's folder; every test has contents of its own. */
class CompilationCacheTest {

    private final String unique = UUID.randomUUID().toString();
    private CompilationCache cache;

    @BeforeEach
    void open() throws UsageException {
        cache = CompilationCache.open("csim");
    }

    private static CompilationCache.Maker writing(String text) {
        return folder -> Files.writeString(folder.resolve("text"), text);
    }

    @Test
    void theSameContentsAreMadeOnce() throws Exception {
        Path first = cache.folder(List.of(unique), writing("first"));
        Path second = cache.folder(List.of(unique), writing("second"));

        assertThat(second).isEqualTo(first);
        assertThat(second.resolve("text")).hasContent("first");
    }

    @Test
    void otherContentsHaveAnotherFolder() throws Exception {
        Path one = cache.folder(List.of(unique, "ab", "c"), writing("one"));
        Path two = cache.folder(List.of(unique, "a", "bc"), writing("two"));

        assertThat(two).isNotEqualTo(one);
        assertThat(two.resolve("text")).hasContent("two");
    }

    @Test
    void whatFailsLeavesNothingBehind() throws Exception {
        DeviceException failure = new DeviceException(DeviceFault.COMPILATION, Span.NONE, "no");

        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> cache.folder(List.of(unique), folder -> {
                    Files.writeString(folder.resolve("half"), "half");
                    throw failure;
                }));

        assertThat(cache.folder(List.of(unique), writing("whole")).resolve("half"))
                .doesNotExist();
    }

    @Test
    void aFolderThatCannotBeFilledIsAUsersProblem() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> cache.folder(List.of(unique), folder -> {
                    throw new IOException("No space left on device");
                }))
                .withMessageContaining("cannot be written: No space left on device")
                .withMessageContaining("GATESMITH_CACHE");
    }

    @Test
    void ofThoseWhoMakeTheSameAtOnceOneWins() throws Exception {
        int makers = 4;
        CyclicBarrier together = new CyclicBarrier(makers);
        AtomicInteger number = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(makers)) {
            List<Future<Path>> folders = new ArrayList<>();
            for (int i = 0; i < makers; i++) {
                folders.add(threads.submit(() -> cache.folder(List.of(unique), folder -> {
                    writing("maker " + number.incrementAndGet()).make(folder);
                    await(together);
                })));
            }
            for (Future<Path> folder : folders) {
                assertThat(folder.get()).isEqualTo(folders.getFirst().get());
            }
            assertThat(folders.getFirst().get().resolve("text")).content().startsWith("maker ");
        }
        assertThat(number).hasValue(makers);
    }

    private static void await(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
