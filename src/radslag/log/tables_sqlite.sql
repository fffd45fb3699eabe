-- The journal on SQLite. Statements are separated by a line with a semicolon only; names of triggers are permanent.
CREATE TABLE log_stream (
    name TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('sharp', 'exercise', 'test')),
    kind TEXT NOT NULL,
    born_at TEXT NOT NULL
) STRICT, WITHOUT ROWID
;
CREATE TABLE log_entry (
    stream TEXT NOT NULL REFERENCES log_stream (name),
    number INTEGER NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL,
    facts TEXT NOT NULL,
    done_by TEXT NOT NULL,
    on_behalf_of TEXT,
    device TEXT,
    recorded_at TEXT NOT NULL,
    happened_at TEXT NOT NULL,
    act_key TEXT NOT NULL,
    seal TEXT NOT NULL,
    part INTEGER NOT NULL,
    asked TEXT NOT NULL,
    PRIMARY KEY (stream, number),
    UNIQUE (act_key, done_by, stream, part)
) STRICT, WITHOUT ROWID
;
CREATE TABLE log_text (
    id TEXT NOT NULL PRIMARY KEY,
    stream TEXT NOT NULL REFERENCES log_stream (name),
    body TEXT NOT NULL,
    salt BLOB NOT NULL
) STRICT, WITHOUT ROWID
;
CREATE INDEX log_text_stream ON log_text (stream)
;
CREATE TABLE log_disposal (
    stream TEXT NOT NULL PRIMARY KEY REFERENCES log_stream (name),
    entry_count INTEGER NOT NULL,
    last_seal TEXT NOT NULL,
    decision_stream TEXT NOT NULL,
    decision_number INTEGER NOT NULL,
    disposed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID
;
-- Fires before INSERT OR REPLACE takes anything away, whichever of the two keys it would collide with.
CREATE TRIGGER log_entry_insert BEFORE INSERT ON log_entry BEGIN
    SELECT RAISE(ABORT, 'the record is append-only: an entry follows the last one')
    WHERE NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM log_entry WHERE stream = NEW.stream);
    SELECT RAISE(ABORT, 'the record is append-only: this act is already entered')
    FROM log_entry
    WHERE stream = NEW.stream AND done_by = NEW.done_by AND act_key = NEW.act_key AND part = NEW.part;
    SELECT RAISE(ABORT, 'the stream has been disposed of') FROM log_disposal WHERE stream = NEW.stream;
END
;
CREATE TRIGGER log_entry_update BEFORE UPDATE ON log_entry BEGIN
    SELECT RAISE(ABORT, 'the record is append-only');
END
;
CREATE TRIGGER log_entry_delete BEFORE DELETE ON log_entry
WHEN NOT EXISTS (SELECT 1 FROM log_disposal WHERE stream = OLD.stream) BEGIN
    SELECT RAISE(ABORT, 'the record is append-only');
END
;
CREATE TRIGGER log_stream_insert BEFORE INSERT ON log_stream
WHEN EXISTS (SELECT 1 FROM log_stream WHERE name = NEW.name) BEGIN
    SELECT RAISE(ABORT, 'a stream is born once');
END
;
CREATE TRIGGER log_stream_update BEFORE UPDATE ON log_stream BEGIN
    SELECT RAISE(ABORT, 'the birth of a stream never changes');
END
;
CREATE TRIGGER log_stream_delete BEFORE DELETE ON log_stream BEGIN
    SELECT RAISE(ABORT, 'the birth of a stream never goes away');
END
;
CREATE TRIGGER log_text_insert BEFORE INSERT ON log_text
WHEN EXISTS (SELECT 1 FROM log_text WHERE id = NEW.id) BEGIN
    SELECT RAISE(ABORT, 'a text never changes: an edit is a new text');
END
;
CREATE TRIGGER log_text_update BEFORE UPDATE ON log_text BEGIN
    SELECT RAISE(ABORT, 'a text never changes: an edit is a new text');
END
;
CREATE TRIGGER log_text_delete BEFORE DELETE ON log_text
WHEN NOT EXISTS (SELECT 1 FROM log_disposal WHERE stream = OLD.stream) BEGIN
    SELECT RAISE(ABORT, 'a text goes away only with its stream');
END
;
-- Only by a decision sealed in the administrative stream of the owner; that stream itself is never disposed of.
CREATE TRIGGER log_disposal_insert BEFORE INSERT ON log_disposal BEGIN
    SELECT RAISE(ABORT, 'a stream is disposed of once') FROM log_disposal WHERE stream = NEW.stream;
    SELECT RAISE(ABORT, 'no sealed decision to dispose of this stream')
    WHERE NEW.stream LIKE 'admin/%' OR NOT EXISTS (
        SELECT 1 FROM log_entry e JOIN log_stream s ON s.name = NEW.stream
        WHERE e.stream = NEW.decision_stream AND e.number = NEW.decision_number
        AND e.stream = 'admin/' || s.owner AND e.kind = 'log.disposal_decided/1'
        AND json_extract(e.facts, '$.stream') = NEW.stream
    );
END
;
CREATE TRIGGER log_disposal_update BEFORE UPDATE ON log_disposal BEGIN
    SELECT RAISE(ABORT, 'a tombstone never changes');
END
;
CREATE TRIGGER log_disposal_delete BEFORE DELETE ON log_disposal BEGIN
    SELECT RAISE(ABORT, 'a tombstone never goes away');
END
;
