package org.gatesmith.hls.profile;

import org.gatesmith.hls.interp.PortMemory;
import org.gatesmith.hls.interp.Watch;

/** Board memory whose accesses are watched. */
record ObservedMemory(PortMemory memory, Watch reads, Watch writes) implements PortMemory {

    @Override
    public long load(long index) {
        long raw = memory.load(index);
        reads.see(raw);
        return raw;
    }

    @Override
    public void store(long index, long rawValue) {
        writes.see(rawValue);
        memory.store(index, rawValue);
    }

    @Override
    public long size() {
        return memory.size();
    }
}
