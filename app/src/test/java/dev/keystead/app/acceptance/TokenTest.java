package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;

/** Asks with all kinds of tokens. */
abstract class TokenTest extends AcceptanceTest {

    /** The claims of a token that is accepted. */
    final Claims claims() {
        return Claims.of("ada").in(org, "admin");
    }

    final void accepts(Claims claims) {
        accepts(SIGNER.sign(claims));
    }

    final void refuses(Claims claims) {
        refuses(SIGNER.sign(claims));
    }

    final void accepts(String token) {
        assertThat(anonymous.bearing(token).get("/list?org_id=" + org).status()).isEqualTo(200);
    }

    final void refuses(String token) {
        Reply reply = anonymous.bearing(token).get("/list?org_id=" + org);

        ProblemReply.of(reply, 401, "unauthorized").standsAlone();
        assertThat(reply.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }
}
