package broken.keystead.http;

import com.nimbusds.jose.jwk.JWK;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** An edge that talks to the database and looks into tokens. */
public record UsesForeignLibraries(DataSource source, Connection connection, Jdbi jdbi, JWK key) {}
