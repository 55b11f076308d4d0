package dev.keystead.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HkdfTest {
    private static final byte[] INPUT_KEY = new byte[22];

    static {
        Arrays.fill(INPUT_KEY, (byte) 0x0b);
    }

    @Test
    void derivesTheKeyOfRfc5869TestCase3() {
        byte[] derived = Hkdf.derive(INPUT_KEY, "").getEncoded();

        assertThat(HexFormat.of().formatHex(derived))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
    }

    @Test
    void derivesOtherKeysUnderOtherLabels() {
        assertThat(Hkdf.derive(INPUT_KEY, "a").getEncoded())
                .isNotEqualTo(Hkdf.derive(INPUT_KEY, "b").getEncoded())
                .hasSize(32);
    }
}
