-- store.db, format 4: what the shop knows of a member beside tier and tags, notes and follow-ups, the life of cards, and
-- members that were merged. A member without a row in member_files was taken over and never edited.

CREATE TABLE member_files (
  member_id TEXT PRIMARY KEY,
  -- how they came
  source TEXT,
  -- who of the staff looks after them
  served_by TEXT,
  -- whether they may be contacted
  consent INTEGER NOT NULL CHECK (consent IN (0, 1)),
  registered_at INTEGER,
  registered_by TEXT,
  -- the member that this one was merged into
  merged_into TEXT,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX member_files_merged ON member_files (merged_into) WHERE merged_into IS NOT NULL;

-- Text is personal and erasable: the chain carries its salted digest.
CREATE TABLE member_notes (
  note_id TEXT PRIMARY KEY,
  member_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('note', 'follow-up', 'feedback')),
  text TEXT NOT NULL,
  salt TEXT NOT NULL,
  digest TEXT NOT NULL,
  due_on TEXT,
  at INTEGER NOT NULL,
  operator_id TEXT NOT NULL,
  done_at INTEGER,
  done_by TEXT,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX member_notes_by_member ON member_notes (member_id);
CREATE INDEX member_notes_due ON member_notes (due_on) WHERE due_on IS NOT NULL AND done_at IS NULL;

CREATE TABLE card_events (
  seq INTEGER NOT NULL,
  card_number TEXT NOT NULL,
  member_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('issue', 'lose', 'find', 'freeze', 'unfreeze', 'replace', 'move')),
  reason TEXT,
  -- the card that took its place
  replaced_by TEXT,
  at INTEGER NOT NULL,
  operator_id TEXT NOT NULL,
  approver_id TEXT,
  PRIMARY KEY (seq, card_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_events_by_card ON card_events (card_number);

-- What a member bought, for their page.
CREATE INDEX documents_by_member ON documents (member_id, seq) WHERE member_id IS NOT NULL;

CREATE TRIGGER card_events_keep BEFORE UPDATE ON card_events BEGIN SELECT RAISE(ABORT, 'card_events is append-only'); END;
CREATE TRIGGER card_events_stay BEFORE DELETE ON card_events BEGIN SELECT RAISE(ABORT, 'card_events is append-only'); END;
