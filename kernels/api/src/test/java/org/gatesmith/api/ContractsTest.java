package org.gatesmith.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContractsTest {

    @Property(seed = "1")
    void returnsTheValueExactlyWhenItIsWithinTheBounds(@ForAll long value, @ForAll long min, @ForAll long max) {
        ContractViolation violation = catchThrowableOfType(
                ContractViolation.class,
                () -> assertThat(Contracts.check(value, min, max, "v")).isEqualTo(value));
        assertThat(violation == null).isEqualTo(min <= value && value <= max);
    }

    @Test
    void acceptsBothBounds() {
        assertThat(Contracts.check(-8, -8, 7, "code")).isEqualTo(-8);
        assertThat(Contracts.check(7, -8, 7, "code")).isEqualTo(7);
    }

    @Test
    void namesTheVariableItsValueAndItsBounds() {
        ContractViolation violation =
                catchThrowableOfType(ContractViolation.class, () -> Contracts.check(8, -8, 7, "code"));

        assertThat(violation).hasMessage("'code' is 8, outside its declared range -8 to 7");
        assertThat(violation.name()).isEqualTo("code");
        assertThat(violation.value()).isEqualTo(8);
        assertThat(violation.min()).isEqualTo(-8);
        assertThat(violation.max()).isEqualTo(7);
    }

    @Test
    void keepsTheTypeOfSmallIntegers() {
        byte b = Contracts.check((byte) -128, -128, 127, "b");
        short s = Contracts.check((short) -32768, -32768, 32767, "s");
        char c = Contracts.check('\uffff', 0, 65535, "c");

        assertThat(b).isEqualTo(Byte.MIN_VALUE);
        assertThat(s).isEqualTo(Short.MIN_VALUE);
        assertThat(c).isEqualTo(Character.MAX_VALUE);
    }
}
