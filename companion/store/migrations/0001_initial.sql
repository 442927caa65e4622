-- The whole state. Times are Unix milliseconds; "lease" times are milliseconds of the arbiter's own lease clock.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE users (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO users (id, name) VALUES (1, 'default');

CREATE TABLE jobs (
    id          TEXT PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    url         TEXT NOT NULL,
    title       TEXT NOT NULL DEFAULT '',
    company     TEXT NOT NULL DEFAULT '',
    location    TEXT NOT NULL DEFAULT '',
    board       TEXT NOT NULL,
    first_seen  INTEGER NOT NULL,
    merged_into TEXT REFERENCES jobs (id)
) STRICT;
CREATE INDEX joined_jobs ON jobs (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX jobs_by_company ON jobs (company COLLATE NOCASE);

-- Further keys of a job: an old job's key after two were joined, or what a company's page told of the board.
CREATE TABLE job_keys (
    key    TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES jobs (id)
) STRICT;

CREATE TABLE job_addresses (
    job_id  TEXT NOT NULL REFERENCES jobs (id),
    url     TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (job_id, url)
) STRICT, WITHOUT ROWID;

CREATE TABLE applications (
    id         TEXT PRIMARY KEY,
    user_id    INTEGER NOT NULL REFERENCES users (id),
    job_id     TEXT NOT NULL REFERENCES jobs (id),
    cycle      INTEGER NOT NULL CHECK (cycle >= 1),
    status     INTEGER NOT NULL CHECK (status BETWEEN 1 AND 8),
    phase      TEXT CHECK (phase IN ('filling', 'submitting')),
    parked     TEXT,
    disputed   INTEGER NOT NULL DEFAULT 0 CHECK (disputed IN (0, 1)),
    fence      INTEGER NOT NULL DEFAULT 0 CHECK (fence >= 0),
    attempts   INTEGER NOT NULL DEFAULT 0,
    progress   TEXT,
    applied_at INTEGER,
    updated_at INTEGER NOT NULL,
    UNIQUE (user_id, job_id, cycle),
    CHECK ((status = 7) = (phase IS NOT NULL)),
    CHECK (parked IS NULL OR phase = 'filling')
) STRICT;

CREATE TABLE attempts (
    id             INTEGER PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    user_id        INTEGER NOT NULL REFERENCES users (id),
    fence          INTEGER NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('tab', 'agent', 'api')),
    instance       TEXT,
    session        TEXT,
    tab_id         INTEGER,
    frame_id       INTEGER,
    document_id    TEXT,
    label          TEXT NOT NULL DEFAULT '',
    started_at     INTEGER NOT NULL,
    started_lease  INTEGER NOT NULL,    -- moved on by the time that it was parked
    parked_lease   INTEGER,             -- since when it waits for the user
    lease_until    INTEGER,             -- NULL: holders that do not beat, and attempts whose outcome is open
    gone_until     INTEGER,             -- set when the tab was closed: the end of its grace
    submit_until   INTEGER,             -- set by the permit: the end of the submit window
    permit_until   INTEGER,             -- set by the permit: until then it may still be acted on
    ended_at       INTEGER,
    outcome        TEXT,
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
) STRICT;
CREATE UNIQUE INDEX one_open_attempt ON attempts (application_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX one_application_per_tab ON attempts (user_id, coalesce(session, ''), tab_id)
    WHERE ended_at IS NULL AND tab_id IS NOT NULL;
CREATE INDEX attempts_by_application ON attempts (application_id, id);

CREATE TABLE permits (
    application_id TEXT NOT NULL REFERENCES applications (id),
    fence          INTEGER NOT NULL,
    permit         TEXT NOT NULL,
    given_at       INTEGER NOT NULL,
    PRIMARY KEY (application_id, fence)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX permits_by_permit ON permits (permit); -- looked up for each line of intents.log

CREATE TABLE events (
    seq            INTEGER PRIMARY KEY, -- none is used twice, since no event is ever deleted
    at             INTEGER NOT NULL,
    epoch          INTEGER NOT NULL,
    user_id        INTEGER NOT NULL REFERENCES users (id),
    kind           TEXT NOT NULL,
    job_id         TEXT,
    application_id TEXT,
    fence          INTEGER,
    data           TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_application ON events (application_id, seq) WHERE application_id IS NOT NULL;
CREATE INDEX refusals ON events (user_id, kind) WHERE kind = 'refused';
CREATE TRIGGER events_are_insert_only_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are insert-only'); END;
CREATE TRIGGER events_are_insert_only_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are insert-only'); END;

-- With a rowid: keys are random, and a group commit would write a page of its own for each row that lay under its key.
CREATE TABLE idempotency (
    id        INTEGER PRIMARY KEY,
    user_id   INTEGER NOT NULL REFERENCES users (id),
    key       TEXT NOT NULL,
    operation TEXT NOT NULL,
    arguments TEXT NOT NULL,             -- a hash
    status    INTEGER NOT NULL,
    body      TEXT NOT NULL,
    at        INTEGER NOT NULL,
    UNIQUE (user_id, key)
) STRICT;

CREATE TABLE evidence (
    id             INTEGER PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    fence          INTEGER NOT NULL,
    at             INTEGER NOT NULL,
    kind           TEXT NOT NULL,
    url            TEXT NOT NULL,
    text           TEXT NOT NULL,
    tab_label      TEXT NOT NULL,
    fields         TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_application ON evidence (application_id, id);

CREATE TABLE drafts (
    application_id TEXT PRIMARY KEY REFERENCES applications (id),
    fields         TEXT NOT NULL,
    updated_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE queue (
    application_id TEXT PRIMARY KEY REFERENCES applications (id),
    user_id        INTEGER NOT NULL REFERENCES users (id),
    position       INTEGER NOT NULL,
    tries          INTEGER NOT NULL DEFAULT 0,
    not_before     INTEGER,
    waits          INTEGER NOT NULL DEFAULT 0 CHECK (waits IN (0, 1)),
    why            TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE answers (
    id         TEXT PRIMARY KEY,
    user_id    INTEGER NOT NULL REFERENCES users (id),
    question   TEXT NOT NULL,
    answer     TEXT NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE documents (
    id         TEXT PRIMARY KEY,
    user_id    INTEGER NOT NULL REFERENCES users (id),
    kind       TEXT NOT NULL CHECK (kind IN ('resume', 'cover_letter', 'other')),
    name       TEXT NOT NULL,
    mime       TEXT NOT NULL,
    size       INTEGER NOT NULL,
    sha256     TEXT NOT NULL,
    is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
    rule       TEXT NOT NULL DEFAULT '',
    added_at   INTEGER NOT NULL
) STRICT;

-- The profile, the settings and the state of auto-apply: one JSON text each.
CREATE TABLE user_values (
    user_id INTEGER NOT NULL REFERENCES users (id),
    name    TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (user_id, name)
) STRICT, WITHOUT ROWID;

-- Intents of intents.log that were found after a restore and dealt with.
CREATE TABLE restored_intents (
    permit TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
