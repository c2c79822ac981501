package org.gatesmith.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReleaseTest {

    @Test
    void prints_as_it_is_read() {
        assertThat(Release.parse("2023.2")).hasToString("2023.2").isEqualTo(new Release(2023, 2));
    }

    @Test
    void orders_by_year_then_by_minor() {
        assertThat(Release.parse("2022.2"))
                .isGreaterThan(Release.parse("2022.1"))
                .isLessThan(Release.parse("2023.1"));
    }

    @Test
    void refuses_other_text() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Release.parse("23.2"))
                .withMessage("\"23.2\" is not a tool release such as 2023.2");
    }
}
