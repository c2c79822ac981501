package org.gatesmith.host.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.Release;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.emit.opencl.NotOpenClException;
import org.gatesmith.hls.emit.opencl.OpenClKernel;
import org.gatesmith.hls.emit.opencl.OpenClPipes;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.vendor.OpenClDesign;
import org.gatesmith.vendor.OpenClScripts;
import org.gatesmith.vendor.ScriptFile;

/** Writes a kernel as OpenCL C, with the scripts that build it for a card. */
public final class OpenClBuild {

    private final CompiledKernel kernel;
    private final Board board;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private OpenClBuild(CompiledKernel kernel, Board board) {
        this.kernel = kernel;
        this.board = board;
    }

    /**
     * Writes the kernel for any OpenCL device; a kernel with FIFOs also for an FPGA, where its processes are kernels that pipes
     * join; and the scripts that build the latter form, or else the former, for the board.
     *
     * @param release of the vendor's tools; empty for the newest that takes OpenCL C for the board
     * @throws UsageException the folder cannot be written, or the release takes no OpenCL C
     * @throws DeviceException the kernel has no form in OpenCL C
     */
    public static BuildReport write(CompiledKernel kernel, Board board, Optional<Release> release, Path folder)
            throws UsageException, DeviceException {
        return new OpenClBuild(kernel, board).into(release, folder);
    }

    private BuildReport into(Optional<Release> release, Path folder) throws UsageException, DeviceException {
        OpenClScripts.Emitted scripts = OpenClSequence.of(design(), board, release);
        try {
            for (Map.Entry<String, String> source : sources.entrySet()) {
                KernelBuild.write(
                        folder.resolve(source.getKey()), source.getValue().getBytes(StandardCharsets.UTF_8));
            }
            ScriptFile.writeAll(scripts.files(), folder);
        } catch (IOException e) {
            throw KernelBuild.unwritable(folder, e);
        }
        List<String> files = new ArrayList<>(sources.keySet());
        scripts.files().forEach(script -> files.add(script.name()));
        notes.addAll(scripts.notes());
        return new BuildReport(folder, files, notes);
    }

    /** Writes down the sources and returns what the board's tools are to build of them. */
    private OpenClDesign design() throws DeviceException {
        Optional<OpenClPipes> pipes = pipes();
        try {
            OpenClKernel any = kernel.openCl(board.name());
            sources.put(any.fileName(), any.text());
        } catch (NotOpenClException e) {
            if (pipes.isEmpty()) {
                throw new DeviceException(DeviceFault.UNSUPPORTED, e.span(), String.valueOf(e.getMessage()));
            }
            notes.add("only the form with pipes is written: " + e.getMessage());
        }
        pipes.ifPresent(found -> sources.put(found.fileName(), found.text()));
        return pipes.map(this::design)
                .orElseGet(() -> OpenClDesign.single(
                        kernel.signature().name(), sources.keySet().iterator().next(), clock()));
    }

    private Optional<OpenClPipes> pipes() {
        try {
            return kernel.openClPipes(board.name());
        } catch (NotOpenClException e) {
            notes.add(
                    "on the card the FIFOs lie in global memory, because the processes cannot be kernels that pipes join: "
                            + e.getMessage());
            return Optional.empty();
        }
    }

    private OpenClDesign design(OpenClPipes pipes) {
        List<OpenClDesign.Kernel> kernels = pipes.processes().stream()
                .map(process -> new OpenClDesign.Kernel(process.kernel(), reach(process)))
                .toList();
        return new OpenClDesign(pipes.name(), pipes.fileName(), kernels, clock());
    }

    private OpenClDesign.Reach reach(OpenClPipes.Process process) {
        boolean memory = process.parameters().stream()
                .map(kernel.signature().parameters()::get)
                .anyMatch(Parameter.Array.class::isInstance);
        return memory ? OpenClDesign.Reach.MEMORY : OpenClDesign.Reach.PIPES;
    }

    private double clock() {
        return board.clocks().kernelDefault();
    }
}
