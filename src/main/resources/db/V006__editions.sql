-- One revision of a note to one list at one time. once: 1 for the edition that keeps its revision from going to its
-- list twice by accident; 0 for those ordered "again" and those cancelled before anyone got anything.
-- frozen_after: the last subscriber whose delivery is queued; frozen_at: when the audience was complete.
-- sweep: 1 while deliveries of a cancelled edition still wait to be taken back.
CREATE TABLE edition (
    id ${id},
    note_id BIGINT NOT NULL,
    revision_id BIGINT NOT NULL,
    list_id BIGINT NOT NULL,
    once INTEGER NOT NULL,
    state TEXT NOT NULL,
    plan TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    reason TEXT,
    subject TEXT NOT NULL,
    idempotency_key TEXT UNIQUE,
    frozen_after BIGINT NOT NULL DEFAULT 0,
    frozen_at BIGINT,
    sweep INTEGER NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    started_at BIGINT,
    ended_at BIGINT,
    ordered_by TEXT
);
CREATE UNIQUE INDEX edition_once ON edition (revision_id, list_id) WHERE once = 1;
CREATE INDEX edition_note ON edition (note_id, id);
CREATE INDEX edition_state ON edition (state, due_at);

-- A variant of an edition, rendered once: what it shows (JSON), and the whole mail, encoded, with open slots.
CREATE TABLE variant (
    id ${id},
    edition_id BIGINT NOT NULL,
    code TEXT NOT NULL,
    key TEXT NOT NULL,
    template ${bytes} NOT NULL,
    UNIQUE (edition_id, code)
);
