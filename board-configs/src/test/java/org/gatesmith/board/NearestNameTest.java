package org.gatesmith.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    @Test
    void prefers_the_fewest_edits() {
        assertThat(NearestName.of("zcu12", List.of("u280", "vcu1525", "zcu102")))
                .contains("zcu102");
    }

    @Test
    void ignores_case() {
        assertThat(NearestName.of("U280", List.of("u280"))).contains("u280");
    }

    @Test
    void is_silent_when_too_much_differs() {
        assertThat(NearestName.of("alveo-u55c", List.of("u280", "vcu1525"))).isEmpty();
    }

    @Property(seed = "1")
    void finds_a_name_with_one_letter_lost(@ForAll @AlphaChars @StringLength(min = 4, max = 12) String name) {
        assertThat(NearestName.of(name.substring(1), List.of(name))).contains(name);
    }
}
