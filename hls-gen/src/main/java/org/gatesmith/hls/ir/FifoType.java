package org.gatesmith.hls.ir;

/** A first-in first-out channel between two processes. Written {@code fifo<i32>}. */
public record FifoType(ScalarType element) implements Type {

    @Override
    public String toString() {
        return "fifo<" + element + ">";
    }
}
