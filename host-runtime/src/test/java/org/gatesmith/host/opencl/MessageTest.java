package org.gatesmith.host.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class MessageTest {

    @Property(tries = 200, seed = "1")
    void everyTextComesBackFromItsLine(@ForAll @Size(min = 1, max = 5) List<String> words) {
        List<String> encodable =
                words.stream().map(MessageTest::withoutHalfCharacters).toList();
        String line = new Message(encodable).numbered(7).line();

        assertThat(line).doesNotContain("\n");
        assertThat(Message.parse(line).rest().words()).isEqualTo(encodable);
    }

    /** One half of a surrogate pair is no text and has no encoding. */
    private static String withoutHalfCharacters(String text) {
        return text.replaceAll("\\p{Cs}", "");
    }
}
