package org.gatesmith.host.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a folder's fault says. */
final class FolderExceptionAssert {

    private FolderExceptionAssert() {}

    static AbstractThrowableAssert<?, ? extends Throwable> assertThatFails(ThrowingCallable call, FolderFault fault) {
        return assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.throwable(FolderException.class))
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(fault));
    }
}
