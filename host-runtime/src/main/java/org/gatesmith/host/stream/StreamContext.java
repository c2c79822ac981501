package org.gatesmith.host.stream;

import java.util.List;

/**
 * What the stages of one run share.
 *
 * @param ports of the kernel, in the order of its parameters
 */
record StreamContext(
        StreamRequest request,
        List<Port> ports,
        GroupLedger ledger,
        Halt halt,
        TimelineRecorder timeline,
        ProgressTracker progress,
        StreamTotals totals) {

    List<Port> read() {
        return ports.stream().filter(Port::isRead).toList();
    }

    List<Port> written() {
        return ports.stream().filter(Port::isWritten).toList();
    }
}
