package dev.keystead.jdbc;

import org.junit.jupiter.api.Tag;

/** The whole kit where every transaction is serialisable, as it is by default in some databases that speak PostgreSQL's protocol. */
@Tag("thorough")
class PostgresSerializableKitTest extends PostgresConformanceTest {
    @Override
    String newUrl() {
        return super.newUrl() + "&options=-c%20default_transaction_isolation=serializable";
    }
}
