/**
 * The wire contract over HTTP. The door is {@link dev.keystead.http.HttpAdapter}; a request goes through {@code CredentialRoutes}
 * (which endpoint), {@code Exchange} (who asks, and what), a wire record with its {@code RequestMapper} (to a command), the use case,
 * and {@code Replies} or {@code ProblemResponses} (back to the wire).
 */
@NullMarked
package dev.keystead.http;

import org.jspecify.annotations.NullMarked;
