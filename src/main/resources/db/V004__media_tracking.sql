-- Pictures by the hash of their bytes (media); short links and where they led before (tracking).
CREATE TABLE media (
    id ${id},
    hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    alt TEXT,
    decorative INTEGER NOT NULL,
    bytes ${bytes} NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE link (
    key TEXT PRIMARY KEY,
    note_id BIGINT NOT NULL,
    position INTEGER NOT NULL,
    url TEXT NOT NULL,
    original TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX link_note ON link (note_id, position);

CREATE TABLE link_correction (
    id ${id},
    key TEXT NOT NULL REFERENCES link (key),
    old_url TEXT NOT NULL,
    new_url TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT
);
CREATE INDEX link_correction_key ON link_correction (key, id);
