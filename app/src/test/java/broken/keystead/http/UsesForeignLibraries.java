package broken.keystead.http;

import com.nimbusds.jose.jwk.JWK;
import java.sql.Connection;

/** An edge that talks to the database and looks into tokens. */
public record UsesForeignLibraries(Connection connection, JWK key) {}
