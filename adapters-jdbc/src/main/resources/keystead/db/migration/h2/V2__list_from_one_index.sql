-- What a list shows, in its order: H2 reads it from here alone, in one place, and not row by row from all over the table.
CREATE INDEX IF NOT EXISTS credential_listed ON credential (org_id, id, type, name, comments, resources, last_time);
