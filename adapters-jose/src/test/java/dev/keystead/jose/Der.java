package dev.keystead.jose;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Writes the little of DER (X.690) that signatures, RSA keys and certificates are made of. */
final class Der {
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int SEQUENCE = 0x30;

    private Der() {}

    static byte[] sequence(byte[]... elements) {
        return value(SEQUENCE, concat(elements));
    }

    static byte[] integer(BigInteger integer) {
        return value(INTEGER, integer.toByteArray());
    }

    static byte[] bitString(byte[] bytes) {
        return value(BIT_STRING, concat(new byte[] {0}, bytes));
    }

    static byte[] value(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length > 0xFF) {
            out.write(0x82);
            out.write(content.length >> 8);
        } else if (content.length > 0x7F) {
            out.write(0x81);
        }
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
