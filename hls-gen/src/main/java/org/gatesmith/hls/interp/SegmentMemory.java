package org.gatesmith.hls.interp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.gatesmith.hls.signature.JavaType;

/** Elements of one Java type in a memory segment. The layouts are unaligned, as a mapped file may start anywhere. */
record SegmentMemory(MemorySegment segment, Access access, long size) implements PortMemory {

    /** Reads and writes elements of one width; the layouts are constants so that the JIT compiler can see through them. */
    sealed interface Access {
        long load(MemorySegment segment, long index);

        void store(MemorySegment segment, long index, long rawValue);
    }

    static SegmentMemory of(MemorySegment segment, JavaType element) {
        return new SegmentMemory(segment, access(element), segment.byteSize() / element.bytes());
    }

    private static Access access(JavaType element) {
        return switch (element) {
            case BOOLEAN -> new Bits();
            case BYTE -> new Bytes();
            case SHORT -> new Shorts();
            case CHAR -> new Chars();
            case INT, FLOAT -> new Ints();
            case LONG, DOUBLE -> new Longs();
        };
    }

    @Override
    public long load(long index) {
        return access.load(segment, index);
    }

    @Override
    public void store(long index, long rawValue) {
        access.store(segment, index, rawValue);
    }

    private record Bits() implements Access {
        @Override
        public long load(MemorySegment segment, long index) {
            return segment.get(ValueLayout.JAVA_BYTE, index) & 1;
        }

        @Override
        public void store(MemorySegment segment, long index, long rawValue) {
            segment.set(ValueLayout.JAVA_BYTE, index, (byte) (rawValue & 1));
        }
    }

    private record Bytes() implements Access {
        @Override
        public long load(MemorySegment segment, long index) {
            return segment.get(ValueLayout.JAVA_BYTE, index);
        }

        @Override
        public void store(MemorySegment segment, long index, long rawValue) {
            segment.set(ValueLayout.JAVA_BYTE, index, (byte) rawValue);
        }
    }

    private record Shorts() implements Access {
        @Override
        public long load(MemorySegment segment, long index) {
            return segment.get(ValueLayout.JAVA_SHORT_UNALIGNED, index * Short.BYTES);
        }

        @Override
        public void store(MemorySegment segment, long index, long rawValue) {
            segment.set(ValueLayout.JAVA_SHORT_UNALIGNED, index * Short.BYTES, (short) rawValue);
        }
    }

    private record Chars() implements Access {
        @Override
        public long load(MemorySegment segment, long index) {
            return segment.get(ValueLayout.JAVA_CHAR_UNALIGNED, index * Character.BYTES);
        }

        @Override
        public void store(MemorySegment segment, long index, long rawValue) {
            segment.set(ValueLayout.JAVA_CHAR_UNALIGNED, index * Character.BYTES, (char) rawValue);
        }
    }

    private record Ints() implements Access {
        @Override
        public long load(MemorySegment segment, long index) {
            return segment.get(ValueLayout.JAVA_INT_UNALIGNED, index * Integer.BYTES);
        }

        @Override
        public void store(MemorySegment segment, long index, long rawValue) {
            segment.set(ValueLayout.JAVA_INT_UNALIGNED, index * Integer.BYTES, (int) rawValue);
        }
    }

    private record Longs() implements Access {
        @Override
        public long load(MemorySegment segment, long index) {
            return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, index * Long.BYTES);
        }

        @Override
        public void store(MemorySegment segment, long index, long rawValue) {
            segment.set(ValueLayout.JAVA_LONG_UNALIGNED, index * Long.BYTES, rawValue);
        }
    }
}
