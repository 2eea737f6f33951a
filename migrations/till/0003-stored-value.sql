-- store.db, format 3: top-ups, their reversals and closings of accounts; statements by member.

-- What a document of stored value says beside its documents row: one for each top-up, reversal and closing.
-- Amounts as the account felt them: a top-up adds, a reversal and a closing take.
CREATE TABLE value_documents (
  document_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  member_id TEXT NOT NULL,
  -- the plan as it was called then; null without one
  plan_id TEXT,
  plan_name TEXT,
  rules_version INTEGER NOT NULL,
  principal_fen INTEGER NOT NULL,
  bonus_fen INTEGER NOT NULL,
  points INTEGER NOT NULL,
  coupons INTEGER NOT NULL,
  served_by TEXT,
  approver_id TEXT,
  -- the top-up that a reversal takes back
  reverses TEXT UNIQUE
) STRICT, WITHOUT ROWID;

-- A statement reads one member's postings.
CREATE INDEX postings_by_member ON postings (account, seq) WHERE lot <> '';

-- Cache: the order that waits for its top-up, from the top-up's commit until it is sold or put away, so that it is there
-- after a restart.
CREATE TABLE waiting_orders (
  order_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  draft TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER value_documents_keep BEFORE UPDATE ON value_documents BEGIN SELECT RAISE(ABORT, 'value_documents is append-only'); END;
CREATE TRIGGER value_documents_stay BEFORE DELETE ON value_documents BEGIN SELECT RAISE(ABORT, 'value_documents is append-only'); END;
