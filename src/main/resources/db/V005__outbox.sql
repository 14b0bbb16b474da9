-- Processes that send, by heartbeat (runtime).
CREATE TABLE node (
    id ${id},
    name TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    beat_at BIGINT NOT NULL,
    beats BIGINT NOT NULL
);

-- What the outbox knows of an edition: whether its deliveries may be claimed (open), or not (stopped, held, closed).
CREATE TABLE mailing (
    edition_id BIGINT PRIMARY KEY,
    state TEXT NOT NULL,
    reason TEXT
);

-- The ledger: one row per recipient of an edition; edition_id is null for single mails.
-- due_at is set exactly while the row waits to be claimed, node_id exactly while a sender holds it.
CREATE TABLE delivery (
    id ${id},
    edition_id BIGINT,
    subscriber_id BIGINT,
    scope BIGINT NOT NULL,
    variant TEXT NOT NULL,
    profile TEXT NOT NULL,
    domain TEXT NOT NULL,
    lane INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL,
    due_at BIGINT,
    node_id BIGINT,
    attempts INTEGER NOT NULL DEFAULT 0,
    doubts INTEGER NOT NULL DEFAULT 0,
    first_started_at BIGINT,
    ended_at BIGINT,
    reason TEXT,
    outcome TEXT,
    code INTEGER,
    enhanced TEXT,
    reply TEXT,
    dead INTEGER NOT NULL DEFAULT 0,
    UNIQUE (edition_id, subscriber_id)
);
CREATE INDEX delivery_waiting ON delivery (edition_id, lane, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX delivery_held ON delivery (node_id) WHERE node_id IS NOT NULL;
CREATE INDEX delivery_subscriber ON delivery (subscriber_id, id);
CREATE INDEX delivery_unhappy ON delivery (edition_id, subscriber_id)
    WHERE state IN ('retrying', 'failed', 'skipped', 'unknown');
CREATE INDEX delivery_dead ON delivery (id) WHERE dead = 1;

-- Tries that did not settle their delivery; the last one stands in the delivery itself.
CREATE TABLE attempt (
    id ${id},
    delivery_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    code INTEGER,
    enhanced TEXT,
    reply TEXT NOT NULL
);
CREATE INDEX attempt_delivery ON attempt (delivery_id, id);

-- How many deliveries of an edition are in each state, kept in the transactions that move them; the sum over the nodes
-- counts, so that senders do not wait for each other's row. resend: those of unknown that are due to be sent again.
CREATE TABLE tally (
    edition_id BIGINT NOT NULL,
    node_id BIGINT NOT NULL,
    queued BIGINT NOT NULL,
    started BIGINT NOT NULL,
    sent BIGINT NOT NULL,
    retrying BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    skipped BIGINT NOT NULL,
    unknown BIGINT NOT NULL,
    resend BIGINT NOT NULL,
    PRIMARY KEY (edition_id, node_id)
);

-- The whole of a single mail, until it is settled.
CREATE TABLE letter (
    delivery_id BIGINT PRIMARY KEY,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    message ${bytes} NOT NULL
);

-- A relay that is held, and why, as every process shows it.
CREATE TABLE relay_hold (
    relay TEXT PRIMARY KEY,
    since BIGINT NOT NULL,
    reason TEXT NOT NULL
);
