-- Series and their defaults; notes, their revisions, and what is derived from a note's newest revision.
CREATE TABLE series (
    id ${id},
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    rule TEXT,
    zone TEXT NOT NULL,
    language TEXT NOT NULL,
    design TEXT NOT NULL,
    short_links INTEGER NOT NULL,
    list_id BIGINT,
    numbered INTEGER NOT NULL,
    year_starts INTEGER NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE note (
    id ${id},
    series_id BIGINT NOT NULL REFERENCES series (id),
    slug TEXT NOT NULL,
    state TEXT NOT NULL,
    revision_id BIGINT NOT NULL,
    title TEXT NOT NULL,
    chat_date TEXT,
    number INTEGER,
    school_year TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT,
    binned_at BIGINT,
    UNIQUE (series_id, slug)
);
CREATE INDEX note_updated ON note (updated_at, id);

-- A revision never changes. A save within ten minutes of its author's last one takes its place under a new id.
CREATE TABLE note_revision (
    id ${id},
    note_id BIGINT NOT NULL REFERENCES note (id),
    number INTEGER NOT NULL,
    document TEXT NOT NULL,
    author TEXT,
    begun_at BIGINT NOT NULL,
    saved_at BIGINT NOT NULL,
    pinned INTEGER NOT NULL,
    UNIQUE (note_id, number)
);

CREATE TABLE note_code (
    note_id BIGINT NOT NULL REFERENCES note (id),
    block_id TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (note_id, block_id, code)
);
CREATE INDEX note_code_code ON note_code (code, note_id);

CREATE TABLE note_resource (
    note_id BIGINT NOT NULL REFERENCES note (id),
    block_id TEXT NOT NULL,
    resource_id BIGINT NOT NULL,
    PRIMARY KEY (note_id, block_id, resource_id)
);
CREATE INDEX note_resource_resource ON note_resource (resource_id, note_id);
