-- Read by every database. ${text} is text that compares byte by byte; ${instant} is a point in time to the millisecond.

CREATE TABLE credential (
    org_id     ${text}    NOT NULL,
    id         ${text}    NOT NULL,
    type       ${text}    NOT NULL,
    name       ${text}    NOT NULL,
    comments   ${text}    NOT NULL,
    role       ${text},
    tenant     ${text},
    client_id  ${text},
    project    ${text},
    key_kid    ${text},
    key_sealed ${text},
    resources  INTEGER    NOT NULL,
    last_time  ${instant},
    version    BIGINT     NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${text}    NOT NULL,
    updated_at ${instant} NOT NULL,
    updated_by ${text}    NOT NULL,
    PRIMARY KEY (org_id, id)
);

-- How many secrets there are under a key, and whether there are any left.
CREATE INDEX credential_by_key ON credential (key_kid);

CREATE TABLE history (
    org_id          ${text}    NOT NULL,
    id              ${text}    NOT NULL,
    happened_at     ${instant} NOT NULL,
    actor           ${text}    NOT NULL,
    event           ${text}    NOT NULL,
    credential_id   ${text}    NOT NULL,
    credential_name ${text}    NOT NULL,
    reason          ${text}    NOT NULL,
    changed         ${text}    NOT NULL,
    request_id      ${text}    NOT NULL,
    PRIMARY KEY (org_id, id)
);

CREATE INDEX history_by_credential ON history (org_id, credential_id, id);

-- What answers a repeated request. The columns from type to updated_by are the credential as it was shown, masked: there is
-- no column for a secret. They are null in the receipt of a removal.
CREATE TABLE receipt (
    org_id            ${text}    NOT NULL,
    subject           ${text}    NOT NULL,
    idem_key          ${text}    NOT NULL,
    fingerprint_kid   ${text}    NOT NULL,
    fingerprint_value ${text}    NOT NULL,
    operation         ${text}    NOT NULL,
    credential_id     ${text}    NOT NULL,
    representation    BOOLEAN    NOT NULL,
    expires_at        ${instant} NOT NULL,
    type              ${text},
    name              ${text},
    comments          ${text},
    role              ${text},
    tenant            ${text},
    client_id         ${text},
    project           ${text},
    resources         INTEGER,
    last_time         ${instant},
    version           BIGINT,
    created_at        ${instant},
    created_by        ${text},
    updated_at        ${instant},
    updated_by        ${text},
    PRIMARY KEY (org_id, subject, idem_key)
);

CREATE INDEX receipt_by_expiry ON receipt (expires_at);

CREATE TABLE external_id (
    org_id      ${text} NOT NULL,
    external_id ${text} NOT NULL,
    PRIMARY KEY (org_id)
);
