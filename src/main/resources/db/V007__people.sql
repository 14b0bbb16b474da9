-- People (subscribers), lists, programmes and roles (lists), imports (transfer).
CREATE TABLE subscriber (
    id ${id},
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    domain TEXT NOT NULL,
    name TEXT,
    school TEXT,
    country TEXT,
    region TEXT,
    language TEXT,
    format TEXT NOT NULL,
    zone TEXT,
    programmes TEXT NOT NULL,
    roles TEXT NOT NULL,
    fields TEXT NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT,
    address_epoch BIGINT NOT NULL,
    sort_key TEXT NOT NULL,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX subscriber_email ON subscriber (email_key);
-- Pages of people walk this index from a cursor on, and it holds the searched text too: no page reads rows it does not show.
CREATE INDEX subscriber_by_name ON subscriber (sort_key, id, search);
CREATE INDEX subscriber_troubled ON subscriber (state, id) WHERE state <> 'ok';

CREATE TABLE suppression (
    hash ${bytes} PRIMARY KEY,
    reason TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE mailing_list (
    id ${id},
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    description TEXT,
    double_opt_in INTEGER NOT NULL,
    from_name TEXT,
    from_email TEXT,
    reply_to TEXT,
    created_at BIGINT NOT NULL
);

CREATE TABLE subscription (
    list_id BIGINT NOT NULL REFERENCES mailing_list (id),
    subscriber_id BIGINT NOT NULL REFERENCES subscriber (id),
    state TEXT NOT NULL,
    paused_until TEXT,
    since BIGINT NOT NULL,
    reason TEXT,
    left_from TEXT,
    consent_how TEXT NOT NULL,
    consent_at BIGINT NOT NULL,
    consent_wording TEXT,
    joined_at BIGINT NOT NULL,
    PRIMARY KEY (list_id, subscriber_id)
);
CREATE INDEX subscription_of ON subscription (subscriber_id);
-- Most people are active: the others are found without passing them.
CREATE INDEX subscription_not_active ON subscription (list_id, state, subscriber_id) WHERE state <> 'active';

CREATE TABLE term (
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    position INTEGER NOT NULL,
    retired INTEGER NOT NULL,
    labels TEXT NOT NULL,
    names TEXT NOT NULL,
    PRIMARY KEY (kind, code)
);

CREATE TABLE import_run (
    id ${id},
    file_name TEXT NOT NULL,
    list_id BIGINT NOT NULL REFERENCES mailing_list (id),
    consent TEXT NOT NULL,
    forecast TEXT NOT NULL,
    report TEXT,
    created_at BIGINT NOT NULL,
    done_at BIGINT
);
