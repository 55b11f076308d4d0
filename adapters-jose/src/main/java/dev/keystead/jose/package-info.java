/** Tokens verified and secrets sealed with JOSE (RFC 7515 to 7519). The door: {@link dev.keystead.jose.Jose}. */
@NullMarked
package dev.keystead.jose;

import org.jspecify.annotations.NullMarked;
