package org.gatesmith.host.tornado;

import java.time.Duration;
import java.util.List;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;

/**
 * What a child says when it ends.
 *
 * @param time that the task took, compilation included
 * @param room most elements that were written to one FIFO
 * @param readsEarly whether a FIFO was read before it was written
 */
record TaskOutcome(Duration time, int room, boolean readsEarly) {

    private static final String START = "gatesmith: ";

    /** Reads the line {@code gatesmith: done NANOSECONDS ROOM EARLY}. */
    static TaskOutcome of(List<String> lines) throws DeviceException {
        String answer = lines.stream()
                .filter(line -> line.startsWith(START + "done "))
                .findFirst()
                .orElseThrow(() -> new DeviceException(
                        DeviceFault.TORNADO, Span.NONE, "the child JVM with TornadoVM ended without an answer"));
        String[] words = answer.substring(START.length()).split(" ", -1);
        return new TaskOutcome(
                Duration.ofNanos(Long.parseLong(words[1])), Integer.parseInt(words[2]), !words[3].equals("0"));
    }
}
