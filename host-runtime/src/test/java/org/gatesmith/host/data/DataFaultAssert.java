package org.gatesmith.host.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects a fault of the user's data and its message. */
final class DataFaultAssert {
    private final DataException thrown;

    private DataFaultAssert(DataException thrown) {
        this.thrown = thrown;
    }

    static DataFaultAssert assertFault(DataFault fault, ThrowingCallable action) {
        DataException thrown = catchThrowableOfType(DataException.class, action);
        assertThat(thrown).as("a fault %s", fault).isNotNull();
        assertThat(thrown.fault()).isEqualTo(fault);
        return new DataFaultAssert(thrown);
    }

    /** The message ends with this; the file's path stands before it. */
    void saying(String text) {
        assertThat(thrown.getMessage()).endsWith(text);
    }

    void mentioning(String... texts) {
        assertThat(thrown.getMessage()).contains(texts);
    }
}
