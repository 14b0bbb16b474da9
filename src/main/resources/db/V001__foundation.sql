-- What happened (events), the keys of tokens and hashes (signing), what the owner decided (settings).
CREATE TABLE event (
    id ${id},
    at BIGINT NOT NULL,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    actor TEXT,
    data TEXT NOT NULL
);
CREATE INDEX event_subject ON event (subject, id);

CREATE TABLE signing_key (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    secret ${bytes} NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (name, version)
);

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
