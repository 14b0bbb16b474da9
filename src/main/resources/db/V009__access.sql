-- Who may use the workshop: users, their sessions, programs' tokens, and failed sign-ins of the last while.
CREATE TABLE app_user (
    id ${id},
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    rights TEXT NOT NULL,
    password TEXT NOT NULL,
    theme TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- Only hashes: who reads this table can neither sign in nor call the API.
CREATE TABLE session (
    hash TEXT PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX session_of_user ON session (user_id);

CREATE TABLE api_token (
    id ${id},
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    created_by TEXT,
    created_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE TABLE sign_in_failure (
    subject TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX sign_in_failure_subject ON sign_in_failure (subject, at);
