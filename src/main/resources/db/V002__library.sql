-- Resources with their tags, and the frameworks of codes that an installation brought in (library).
CREATE TABLE resource (
    id ${id},
    title TEXT NOT NULL,
    url TEXT UNIQUE,
    kind TEXT NOT NULL,
    publisher TEXT,
    language TEXT,
    login TEXT NOT NULL,
    applies_from TEXT,
    replaced_by BIGINT REFERENCES resource (id),
    words TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE TABLE resource_tag (
    resource_id BIGINT NOT NULL REFERENCES resource (id),
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (resource_id, kind, value)
);
CREATE INDEX resource_tag_value ON resource_tag (kind, value);

CREATE TABLE framework (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    patterns TEXT NOT NULL,
    installed_at BIGINT NOT NULL
);

CREATE TABLE code (
    framework TEXT NOT NULL REFERENCES framework (id),
    code TEXT NOT NULL,
    level TEXT NOT NULL,
    parent TEXT,
    position INTEGER NOT NULL,
    PRIMARY KEY (framework, code)
);

CREATE TABLE code_label (
    framework TEXT NOT NULL,
    code TEXT NOT NULL,
    language TEXT NOT NULL,
    ref TEXT,
    label TEXT,
    PRIMARY KEY (framework, code, language),
    FOREIGN KEY (framework, code) REFERENCES code (framework, code)
);
