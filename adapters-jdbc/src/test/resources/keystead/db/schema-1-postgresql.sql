-- A database of schema version 1 with some rows; UpgradeTest says how one of a later version is made.

CREATE TABLE credential (
    org_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    comments text COLLATE "C" NOT NULL,
    role text COLLATE "C",
    tenant text COLLATE "C",
    client_id text COLLATE "C",
    project text COLLATE "C",
    key_kid text COLLATE "C",
    key_sealed text COLLATE "C",
    resources integer NOT NULL,
    last_time timestamp(3) with time zone,
    version bigint NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    created_by text COLLATE "C" NOT NULL,
    updated_at timestamp(3) with time zone NOT NULL,
    updated_by text COLLATE "C" NOT NULL
);
ALTER TABLE credential ADD CONSTRAINT credential_pkey PRIMARY KEY (org_id, id);
CREATE INDEX credential_by_key ON credential USING btree (key_kid);
INSERT INTO credential VALUES ('acme', 'one', 'azure', 'name of one', '', NULL, 'contoso.onmicrosoft.com', '11111111-2222-3333-4444-555555555555', NULL, 'kid-1', 'sealed-one', '3', '2026-11-23 19:05:11.123+00', '1', '2026-11-23 19:05:11.123+00', 'ada', '2026-11-23 19:05:11.123+00', 'ada');

CREATE TABLE history (
    org_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    happened_at timestamp(3) with time zone NOT NULL,
    actor text COLLATE "C" NOT NULL,
    event text COLLATE "C" NOT NULL,
    credential_id text COLLATE "C" NOT NULL,
    credential_name text COLLATE "C" NOT NULL,
    reason text COLLATE "C" NOT NULL,
    changed text COLLATE "C" NOT NULL,
    request_id text COLLATE "C" NOT NULL
);
ALTER TABLE history ADD CONSTRAINT history_pkey PRIMARY KEY (org_id, id);
CREATE INDEX history_by_credential ON history USING btree (org_id, credential_id, id);
INSERT INTO history VALUES ('acme', 'created-one', '2026-11-23 19:05:11.123+00', 'ada', 'created', 'one', 'name of one', '', '', 'request-1');
INSERT INTO history VALUES ('acme', 'created-two', '2026-11-23 19:05:11.123+00', 'ada', 'created', 'two', 'name of two', '', '', 'request-1');
INSERT INTO history VALUES ('acme', 'removed-two', '2026-11-23 19:05:11.123+00', 'ada', 'removed', 'two', 'name of two', '', '', 'request-1');

CREATE TABLE receipt (
    org_id text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    idem_key text COLLATE "C" NOT NULL,
    fingerprint_kid text COLLATE "C" NOT NULL,
    fingerprint_value text COLLATE "C" NOT NULL,
    operation text COLLATE "C" NOT NULL,
    credential_id text COLLATE "C" NOT NULL,
    representation boolean NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    type text COLLATE "C",
    name text COLLATE "C",
    comments text COLLATE "C",
    role text COLLATE "C",
    tenant text COLLATE "C",
    client_id text COLLATE "C",
    project text COLLATE "C",
    resources integer,
    last_time timestamp(3) with time zone,
    version bigint,
    created_at timestamp(3) with time zone,
    created_by text COLLATE "C",
    updated_at timestamp(3) with time zone,
    updated_by text COLLATE "C"
);
ALTER TABLE receipt ADD CONSTRAINT receipt_pkey PRIMARY KEY (org_id, subject, idem_key);
CREATE INDEX receipt_by_expiry ON receipt USING btree (expires_at);
INSERT INTO receipt VALUES ('acme', 'ada', 'key-1', 'kid-1', 'fingerprint', 'CREATE', 'one', 'true', '2026-11-24 19:05:11.123+00', 'azure', 'name of one', '', NULL, 'contoso.onmicrosoft.com', '11111111-2222-3333-4444-555555555555', NULL, '0', NULL, '1', '2026-11-23 19:05:11.123+00', 'ada', '2026-11-23 19:05:11.123+00', 'ada');

CREATE TABLE external_id (
    org_id text COLLATE "C" NOT NULL,
    external_id text COLLATE "C" NOT NULL
);
ALTER TABLE external_id ADD CONSTRAINT external_id_pkey PRIMARY KEY (org_id);
INSERT INTO external_id VALUES ('acme', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345');

CREATE TABLE keystead_schema_version (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
ALTER TABLE keystead_schema_version ADD CONSTRAINT keystead_schema_version_pk PRIMARY KEY (installed_rank);
CREATE INDEX keystead_schema_version_s_idx ON keystead_schema_version USING btree (success);
INSERT INTO keystead_schema_version VALUES ('1', '1', 'credentials history receipts', 'SQL', 'V1__credentials_history_receipts.sql', '-984720092', 'postgres', '2026-11-25 04:34:57.436669', '20', 'true');
