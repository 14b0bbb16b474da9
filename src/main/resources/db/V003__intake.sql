-- What the import of a note repaired, asks and remarks (intake).
CREATE TABLE import_entry (
    id ${id},
    note_id BIGINT NOT NULL,
    position INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    block_id TEXT,
    done INTEGER NOT NULL
);
CREATE INDEX import_entry_note ON import_entry (note_id, position);
