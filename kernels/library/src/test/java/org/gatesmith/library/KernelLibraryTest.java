package org.gatesmith.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.api.Kernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelLibraryTest {

    static List<KernelEntry> all() {
        return KernelLibrary.all();
    }

    @Test
    void listsEveryKernelOfTheModule() {
        List<Method> kernels = classesOfTheModule()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Kernel.class))
                .toList();

        assertThat(KernelLibrary.all().stream().map(KernelEntry::kernel)).containsExactlyInAnyOrderElementsOf(kernels);
    }

    @Test
    void isOrderedByNameWithoutDuplicates() {
        List<String> names = KernelLibrary.all().stream().map(KernelEntry::name).toList();

        assertThat(names).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void findsAKernelByName() {
        assertThat(KernelLibrary.find("gemm_i8").orElseThrow().kernel().getName())
                .isEqualTo("gemm");
        assertThat(KernelLibrary.find("gemm_i9")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void kernelIsPublicStaticVoid(KernelEntry entry) {
        int modifiers = entry.kernel().getModifiers();

        assertThat(Modifier.isPublic(modifiers) && Modifier.isStatic(modifiers)).isTrue();
        assertThat(entry.kernel().getReturnType()).isEqualTo(void.class);
    }

    @ParameterizedTest
    @MethodSource("all")
    void referenceModelIsAnotherMethodThatCanBeCalledInTheKernelsPlace(KernelEntry entry) {
        assertThat(entry.reference().getDeclaringClass()).isNotEqualTo(entry.type());
        assertThat(entry.reference().getParameterTypes())
                .isEqualTo(entry.kernel().getParameterTypes());
        assertThat(Modifier.isStatic(entry.reference().getModifiers())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void sourceIsPackagedAsResource(KernelEntry entry) throws IOException {
        try (InputStream source = entry.type().getClassLoader().getResourceAsStream(entry.source())) {
            assertThat(source).isNotNull();
            assertThat(new String(source.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("@Kernel(\"" + entry.name() + "\")");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void summaryIsOneSentence(KernelEntry entry) {
        assertThat(entry.summary()).matches("[^.]+\\.");
    }

    @Test
    void rejectsAClassWithoutKernel() {
        assertThatThrownBy(() -> KernelEntry.of(KernelLibrary.class, KernelLibrary.class, "None."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KernelLibrary holds 0 kernels");
    }

    @Test
    void rejectsAModelWithoutTheKernelsSignature() {
        Class<?> kernel = KernelLibrary.find("gemm_i8").orElseThrow().type();

        assertThatThrownBy(() -> KernelEntry.of(kernel, KernelLibrary.class, "None."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KernelLibrary has no method with the signature of");
    }

    private static Stream<Class<?>> classesOfTheModule() {
        try (Stream<Path> files = Files.walk(root())) {
            List<Class<?>> types = files.filter(file -> file.toString().endsWith(".class"))
                    .<Class<?>>map(file -> type(root().relativize(file)))
                    .toList();
            return types.stream();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Path root() {
        try {
            return Path.of(KernelLibrary.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Class<?> type(Path classFile) {
        String name = classFile.toString().replaceAll("\\.class$", "").replace('/', '.');
        try {
            return Class.forName(name, false, KernelLibraryTest.class.getClassLoader());
        } catch (ClassNotFoundException failure) {
            throw new AssertionError(failure);
        }
    }
}
