-- The journal on PostgreSQL: the same tables as in tables_sqlite.sql, guarded by triggers of the same names.
-- A session keeps the plans of its triggers from when the tables were small. So the triggers ask only for one row by its
-- whole key, never for the highest number of a stream, and the key of acts does not begin with the stream.
-- Statements are separated by a line with a semicolon only. A trigger is written as pg_get_triggerdef() gives it back.
CREATE TABLE log_stream (
    name TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('sharp', 'exercise', 'test')),
    kind TEXT NOT NULL,
    born_at TEXT NOT NULL
)
;
CREATE TABLE log_entry (
    stream TEXT NOT NULL REFERENCES log_stream (name),
    number BIGINT NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL,
    facts TEXT NOT NULL,
    done_by TEXT NOT NULL,
    on_behalf_of TEXT,
    device TEXT,
    recorded_at TEXT NOT NULL,
    happened_at TEXT NOT NULL,
    act_key TEXT NOT NULL,
    seal TEXT NOT NULL,
    part BIGINT NOT NULL,
    asked TEXT NOT NULL,
    PRIMARY KEY (stream, number),
    UNIQUE (act_key, done_by, stream, part)
)
;
CREATE TABLE log_text (
    id TEXT NOT NULL PRIMARY KEY,
    stream TEXT NOT NULL REFERENCES log_stream (name),
    body TEXT NOT NULL,
    salt BYTEA NOT NULL
)
;
CREATE INDEX log_text_stream ON log_text (stream)
;
CREATE TABLE log_disposal (
    stream TEXT NOT NULL PRIMARY KEY REFERENCES log_stream (name),
    entry_count BIGINT NOT NULL,
    last_seal TEXT NOT NULL,
    decision_stream TEXT NOT NULL,
    decision_number BIGINT NOT NULL,
    disposed_at TEXT NOT NULL
)
;
CREATE FUNCTION log_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0];
END
$$
;
CREATE FUNCTION log_entry_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.number > 1 AND NOT EXISTS (
        SELECT FROM log_entry WHERE stream = NEW.stream AND number = NEW.number - 1
    ) THEN
        RAISE EXCEPTION 'the record is append-only: an entry follows the last one';
    END IF;
    IF EXISTS (SELECT FROM log_disposal WHERE stream = NEW.stream) THEN
        RAISE EXCEPTION 'the stream has been disposed of';
    END IF;
    RETURN NEW;
END
$$
;
CREATE FUNCTION log_only_disposed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM log_disposal WHERE stream = OLD.stream) THEN
        RAISE EXCEPTION 'the record is append-only';
    END IF;
    RETURN OLD;
END
$$
;
CREATE FUNCTION log_disposal_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.stream LIKE 'admin/%' OR NOT EXISTS (
        SELECT FROM log_entry e JOIN log_stream s ON s.name = NEW.stream
        WHERE e.stream = NEW.decision_stream AND e.number = NEW.decision_number
        AND e.stream = 'admin/' || s.owner AND e.kind = 'log.disposal_decided/1'
        AND e.facts::jsonb ->> 'stream' = NEW.stream
    ) THEN
        RAISE EXCEPTION 'no sealed decision to dispose of this stream';
    END IF;
    RETURN NEW;
END
$$
;
CREATE TRIGGER log_entry_insert BEFORE INSERT ON log_entry FOR EACH ROW EXECUTE FUNCTION log_entry_follows()
;
CREATE TRIGGER log_entry_update BEFORE UPDATE ON log_entry FOR EACH STATEMENT EXECUTE FUNCTION log_refuse('the record is append-only')
;
CREATE TRIGGER log_entry_delete BEFORE DELETE ON log_entry FOR EACH ROW EXECUTE FUNCTION log_only_disposed()
;
CREATE TRIGGER log_entry_truncate BEFORE TRUNCATE ON log_entry FOR EACH STATEMENT EXECUTE FUNCTION log_refuse('the record is append-only')
;
CREATE TRIGGER log_stream_update BEFORE UPDATE ON log_stream FOR EACH STATEMENT EXECUTE FUNCTION log_refuse('the birth of a stream never changes')
;
CREATE TRIGGER log_stream_delete BEFORE DELETE ON log_stream FOR EACH STATEMENT EXECUTE FUNCTION log_refuse('the birth of a stream never goes away')
;
CREATE TRIGGER log_stream_truncate BEFORE TRUNCATE ON log_stream FOR EACH STATEMENT EXECUTE FUNCTION log_refuse('the birth of a stream never goes away')
;
CREATE TRIGGER log_text_update BEFORE UPDATE ON log_text FOR EACH STATEMENT EXECUTE FUNCTION log_refuse('a text never changes: an edit is a new text')
;
CREATE TRIGGER log_text_delete BEFORE DELETE ON log_text FOR EACH ROW EXECUTE FUNCTION log_only_disposed()
;
CREATE TRIGGER log_text_truncate BEFORE TRUNCATE ON log_text FOR EACH STATEMENT EXECUTE FUNCTION log_refuse('a text goes away only with its stream')
;
CREATE TRIGGER log_disposal_insert BEFORE INSERT ON log_disposal FOR EACH ROW EXECUTE FUNCTION log_disposal_decided()
;
CREATE TRIGGER log_disposal_update BEFORE UPDATE ON log_disposal FOR EACH STATEMENT EXECUTE FUNCTION log_refuse('a tombstone never changes')
;
CREATE TRIGGER log_disposal_delete BEFORE DELETE ON log_disposal FOR EACH STATEMENT EXECUTE FUNCTION log_refuse('a tombstone never goes away')
;
CREATE TRIGGER log_disposal_truncate BEFORE TRUNCATE ON log_disposal FOR EACH STATEMENT EXECUTE FUNCTION log_refuse('a tombstone never goes away')
;
