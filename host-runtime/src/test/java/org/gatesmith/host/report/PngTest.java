package org.gatesmith.host.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PngTest {

    @Test
    void knowsItsSize() {
        assertThat(SamplePages.picture().width()).isEqualTo(640);
        assertThat(SamplePages.picture().height()).isEqualTo(480);
    }

    @Test
    void becomesAnAddressThatHoldsTheWholeImage() throws Exception {
        String uri = SamplePages.picture().dataUri();
        byte[] held = Base64.getDecoder().decode(uri.substring("data:image/png;base64,".length()));
        assertThat(ImageIO.read(new ByteArrayInputStream(held)).getWidth()).isEqualTo(640);
    }

    @Test
    void refusesWhatIsNoPng() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Png.of(new byte[100]))
                .withMessageContaining("not a PNG");
        assertThatIllegalArgumentException().isThrownBy(() -> Png.of(new byte[0]));
    }
}
