package broken.keystead.core.application;

import java.sql.Connection;

/** A handler that everyone sees and that knows of databases. */
public record PublicHandler(Connection connection) {}
