package org.gatesmith.host.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

final class MarkupTest {

    @Test
    void escapesWhatMarkupIsMadeOf() {
        assertThat(Markup.escaped("<a href=\"x\">&'</a>").text())
                .isEqualTo("&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;");
    }

    @Test
    void replacesCharactersThatXmlForbids() {
        assertThat(Markup.escaped("a\u0000b\u001bc\ud800d\uffffe").text()).isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde");
    }

    @Test
    void keepsCharactersBeyondTheBasicPlane() {
        assertThat(Markup.escaped("𝛴 µ ×").text()).isEqualTo("𝛴 µ ×");
    }

    @Property(seed = "1")
    void isReadBackAsTheSameText(@ForAll @CharRange(from = ' ', to = '~') String plain) {
        Markup markup = Element.of("p").with("a", plain).text(plain).markup();
        org.w3c.dom.Element read = ParsedMarkup.of(markup).named("p").getFirst();
        assertThat(read.getTextContent()).isEqualTo(plain);
        assertThat(read.getAttribute("a")).isEqualTo(plain);
    }

    @Property(seed = "1")
    void isWellFormedForAnyText(@ForAll String any) {
        ParsedMarkup.of(Element.of("p").with("a", any).text(any).markup());
    }
}
