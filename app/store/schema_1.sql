-- The first form of the store. Days are ISO dates; an unknown number is NULL. JSON columns are called document, or by
-- what they list. An id is never used twice, so that an old page cannot change what came after.
CREATE TABLE people (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> '')
) STRICT;

-- The case without what changes over time, as it stood on the day it was noted.
CREATE TABLE cases (
    person   INTEGER PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    noted    TEXT NOT NULL CHECK (noted GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;

CREATE TABLE weights (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    day    TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kg     REAL NOT NULL CHECK (kg > 0),
    UNIQUE (person, day)
) STRICT;

-- A row stands in the case while in_case is 1; what left it stays for the history.
CREATE TABLE symptoms (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    person   INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    what     TEXT NOT NULL,
    noted    TEXT NOT NULL CHECK (noted GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    since    TEXT,
    until    TEXT,
    in_case  INTEGER NOT NULL CHECK (in_case IN (0, 1)),
    document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;
CREATE INDEX symptoms_of ON symptoms (person);

CREATE TABLE medicines (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    person   INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    what     TEXT NOT NULL,
    noted    TEXT NOT NULL CHECK (noted GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    since    TEXT,
    until    TEXT,
    in_case  INTEGER NOT NULL CHECK (in_case IN (0, 1)),
    document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;
CREATE INDEX medicines_of ON medicines (person);

CREATE TABLE labs (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    person   INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    what     TEXT NOT NULL,
    noted    TEXT NOT NULL CHECK (noted GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    since    TEXT,
    until    TEXT,
    in_case  INTEGER NOT NULL CHECK (in_case IN (0, 1)),
    document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;
CREATE INDEX labs_of ON labs (person);

-- A diary of another program that was read in, with the lines of it that could not be read.
CREATE TABLE imports (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    day    TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    name   TEXT NOT NULL,
    format TEXT NOT NULL,
    lines  INTEGER NOT NULL,
    unread TEXT NOT NULL CHECK (json_valid(unread)),
    notes  TEXT NOT NULL CHECK (json_valid(notes))
) STRICT;
CREATE INDEX imports_of ON imports (person);

CREATE TABLE entries (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    import INTEGER REFERENCES imports (id) ON DELETE CASCADE,
    day    TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    time   TEXT NOT NULL,
    meal   TEXT NOT NULL,
    text   TEXT NOT NULL,
    unread TEXT CHECK (unread IS NULL OR json_valid(unread))
) STRICT;
CREATE INDEX entries_by_day ON entries (person, day);
CREATE INDEX entries_of_import ON entries (import);

-- The foods of an entry. `food` is NULL where the food table has none and only the diary's own figures speak.
CREATE TABLE eaten (
    entry  INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    place  INTEGER NOT NULL,
    food   TEXT,
    name   TEXT NOT NULL,
    text   TEXT NOT NULL,
    low    REAL,
    mid    REAL,
    high   REAL,
    sure   REAL,
    source TEXT NOT NULL,
    part   TEXT NOT NULL CHECK (part IN ('food', 'fortified', 'supplement')),
    stated TEXT CHECK (stated IS NULL OR json_valid(stated)),
    PRIMARY KEY (entry, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    person        INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    day           TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    urgency       TEXT NOT NULL,
    first_cause   TEXT NOT NULL,
    facts_version TEXT NOT NULL,
    document      TEXT NOT NULL CHECK (json_valid(document))
) STRICT;
CREATE INDEX answers_of ON answers (person);

-- Files that were read and wait to be kept.
CREATE TABLE drafts (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    person  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    day     TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind    TEXT NOT NULL,
    name    TEXT NOT NULL,
    content BLOB NOT NULL,
    read    TEXT NOT NULL
) STRICT;
