-- store.db, format 1: the chain, the entries of value, documents, and the projections of a till.
-- Facts are append-only; triggers at the end refuse UPDATE and DELETE. What may change is a cache or a queue and says so.

-- One row: who this till is.
CREATE TABLE till (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  till_id TEXT NOT NULL,
  incarnation TEXT NOT NULL,
  acknowledged_seq INTEGER NOT NULL
) STRICT;

-- An incarnation names the (incarnation, seq, hash) before it.
CREATE TABLE incarnations (
  incarnation TEXT PRIMARY KEY,
  previous_incarnation TEXT,
  previous_seq INTEGER NOT NULL,
  previous_hash TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

-- One commit is one row. Payload: canonical JSON (RFC 8785), kept as written. Hash: hex SHA-256, see electron/store/chain.ts.
CREATE TABLE chain (
  seq INTEGER PRIMARY KEY,
  incarnation TEXT NOT NULL,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  payload TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- The same command id gives the first answer; with other content it is refused.
CREATE TABLE commands (
  command_id TEXT PRIMARY KEY,
  content_digest TEXT NOT NULL,
  seq INTEGER NOT NULL,
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  seq INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  at INTEGER NOT NULL,
  action TEXT NOT NULL,
  operator_id TEXT,
  approver_id TEXT,
  subject TEXT,
  detail TEXT NOT NULL,
  PRIMARY KEY (seq, ordinal)
) STRICT, WITHOUT ROWID;

-- Personal fields, erasable; the chain carries only their salted digest.
CREATE TABLE person_records (
  person_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('member', 'operator')),
  salt TEXT NOT NULL,
  fields TEXT NOT NULL,
  digest TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (person_id, version)
) STRICT, WITHOUT ROWID;

-- Value -----------------------------------------------------------------------------------------------------------

CREATE TABLE entries (
  entry_id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  reverses TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE postings (
  seq INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  entry_id TEXT NOT NULL,
  account TEXT NOT NULL,
  lot TEXT NOT NULL,
  asset TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (seq, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE lots (
  lot TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  asset TEXT NOT NULL,
  document_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  expires_on TEXT
) STRICT, WITHOUT ROWID;

-- Cache: the sum of the postings of members' accounts, rebuilt and compared at every opening of a business day.
CREATE TABLE balances (
  account TEXT NOT NULL,
  asset TEXT NOT NULL,
  lot TEXT NOT NULL,
  expires_on TEXT,
  seq INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (account, asset, lot)
) STRICT, WITHOUT ROWID;

-- Documents -------------------------------------------------------------------------------------------------------

CREATE TABLE documents (
  document_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  business_day TEXT NOT NULL,
  shift_id TEXT NOT NULL,
  operator_id TEXT NOT NULL,
  member_id TEXT,
  card_number TEXT,
  receipt_no TEXT NOT NULL,
  pieces INTEGER NOT NULL,
  gross_fen INTEGER NOT NULL,
  saved_fen INTEGER NOT NULL,
  rounding_fen INTEGER NOT NULL,
  payable_fen INTEGER NOT NULL,
  paid_fen INTEGER NOT NULL,
  change_fen INTEGER NOT NULL,
  points_redeemed INTEGER NOT NULL,
  points_earned INTEGER NOT NULL,
  -- balances after this document, as its receipt says; null without a member
  points_after INTEGER,
  principal_after_fen INTEGER,
  bonus_after_fen INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX documents_by_seq ON documents (seq);

CREATE TABLE document_lines (
  document_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  line TEXT NOT NULL,
  sku TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  unit TEXT NOT NULL,
  countable INTEGER NOT NULL,
  qty INTEGER NOT NULL,
  unit_price_fen INTEGER NOT NULL,
  gross_fen INTEGER NOT NULL,
  net_fen INTEGER NOT NULL,
  tax_rate_bp INTEGER NOT NULL,
  served_by TEXT,
  -- canonical JSON: [{source, zh, en, amountFen}]
  adjustments TEXT NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE tenders (
  tender_id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  amount_fen INTEGER NOT NULL,
  principal_fen INTEGER NOT NULL,
  bonus_fen INTEGER NOT NULL,
  detail TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX tenders_by_document ON tenders (document_id, ordinal);

-- Payments at a terminal ------------------------------------------------------------------------------------------

CREATE TABLE payment_events (
  seq INTEGER PRIMARY KEY,
  attempt_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  amount_fen INTEGER NOT NULL,
  at INTEGER NOT NULL,
  detail TEXT
) STRICT;

-- Cache: the last event of each attempt that still wants something (asked, unknown, void-asked, approved but unused).
CREATE TABLE open_payments (
  attempt_id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL,
  state TEXT NOT NULL,
  amount_fen INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  wallet TEXT NOT NULL,
  -- the order as it stood when the terminal was asked, so that it can be taken up after a restart
  draft TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Day and shift ---------------------------------------------------------------------------------------------------

CREATE TABLE shifts (
  shift_id TEXT PRIMARY KEY,
  business_day TEXT NOT NULL,
  day_ordinal INTEGER NOT NULL,
  opened_seq INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL,
  float_fen INTEGER NOT NULL,
  closed_seq INTEGER,
  closed_at INTEGER,
  closed_by TEXT,
  counted_fen INTEGER,
  expected_fen INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX shifts_open ON shifts (opened_seq) WHERE closed_seq IS NULL;

-- Queue: drained after commit; a print that may or may not have happened is unsure until somebody looked.
CREATE TABLE print_jobs (
  job_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  copy INTEGER NOT NULL,
  drawer INTEGER NOT NULL,
  state TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX print_jobs_open ON print_jobs (seq) WHERE state IN ('queued', 'printing', 'failed', 'unsure');
CREATE INDEX print_jobs_by_subject ON print_jobs (subject_id);

-- Staff -----------------------------------------------------------------------------------------------------------

CREATE TABLE operators (
  operator_id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  disabled INTEGER NOT NULL,
  pin_hash TEXT NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Cache of the chain's rows of wrong PINs; what is left of a lock counts down only while the till runs.
CREATE TABLE pin_guards (
  operator_id TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  lock_left_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Goods and rules: the latest version of each; all versions stand in the chain -------------------------------------

CREATE TABLE categories (
  category_id TEXT PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  color TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE products (
  sku TEXT PRIMARY KEY,
  barcode TEXT UNIQUE,
  plu TEXT UNIQUE,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  category_id TEXT NOT NULL,
  unit TEXT NOT NULL,
  countable INTEGER NOT NULL,
  open_price INTEGER NOT NULL,
  price_fen INTEGER NOT NULL,
  member_price_fen INTEGER,
  cost_fen INTEGER,
  tax_rate_bp INTEGER NOT NULL,
  discountable INTEGER NOT NULL,
  points_eligible INTEGER NOT NULL,
  favourite INTEGER,
  disabled INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tiers (
  tier_id TEXT PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  rate INTEGER NOT NULL,
  points_rate INTEGER NOT NULL,
  growth_from_fen INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- body: canonical JSON of pricing.md's promotion or coupon template
CREATE TABLE offers (
  offer_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('promotion', 'coupon-template')),
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  body TEXT NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Members: what is not personal; names and phones stand in person_records --------------------------------------------

CREATE TABLE members (
  member_id TEXT PRIMARY KEY,
  tier_id TEXT,
  tags TEXT NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX members_by_seq ON members (seq);

CREATE TABLE cards (
  card_number TEXT PRIMARY KEY,
  member_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'lost', 'frozen', 'closed')),
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cards_by_member ON cards (member_id);

-- Cache: net spend of a member in a month, 'YYYY-MM'.
CREATE TABLE member_growth (
  member_id TEXT NOT NULL,
  month TEXT NOT NULL,
  amount_fen INTEGER NOT NULL,
  PRIMARY KEY (member_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE coupons (
  coupon_id TEXT PRIMARY KEY,
  template_id TEXT NOT NULL,
  member_id TEXT,
  expires_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('held', 'used', 'expired', 'withdrawn')),
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX coupons_held ON coupons (member_id) WHERE state = 'held';

CREATE TABLE coupon_events (
  seq INTEGER NOT NULL,
  coupon_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  document_id TEXT,
  PRIMARY KEY (seq, coupon_id)
) STRICT, WITHOUT ROWID;

-- Append-only -----------------------------------------------------------------------------------------------------

CREATE TRIGGER incarnations_keep BEFORE UPDATE ON incarnations BEGIN SELECT RAISE(ABORT, 'incarnations is append-only'); END;
CREATE TRIGGER incarnations_stay BEFORE DELETE ON incarnations BEGIN SELECT RAISE(ABORT, 'incarnations is append-only'); END;
CREATE TRIGGER chain_keep BEFORE UPDATE ON chain BEGIN SELECT RAISE(ABORT, 'chain is append-only'); END;
CREATE TRIGGER chain_stay BEFORE DELETE ON chain BEGIN SELECT RAISE(ABORT, 'chain is append-only'); END;
CREATE TRIGGER commands_keep BEFORE UPDATE ON commands BEGIN SELECT RAISE(ABORT, 'commands is append-only'); END;
CREATE TRIGGER commands_stay BEFORE DELETE ON commands BEGIN SELECT RAISE(ABORT, 'commands is append-only'); END;
CREATE TRIGGER audit_keep BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_stay BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER entries_keep BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries is append-only'); END;
CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries is append-only'); END;
CREATE TRIGGER postings_keep BEFORE UPDATE ON postings BEGIN SELECT RAISE(ABORT, 'postings is append-only'); END;
CREATE TRIGGER postings_stay BEFORE DELETE ON postings BEGIN SELECT RAISE(ABORT, 'postings is append-only'); END;
CREATE TRIGGER lots_keep BEFORE UPDATE ON lots BEGIN SELECT RAISE(ABORT, 'lots is append-only'); END;
CREATE TRIGGER lots_stay BEFORE DELETE ON lots BEGIN SELECT RAISE(ABORT, 'lots is append-only'); END;
CREATE TRIGGER documents_keep BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;
CREATE TRIGGER documents_stay BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;
CREATE TRIGGER document_lines_keep BEFORE UPDATE ON document_lines BEGIN SELECT RAISE(ABORT, 'document_lines is append-only'); END;
CREATE TRIGGER document_lines_stay BEFORE DELETE ON document_lines BEGIN SELECT RAISE(ABORT, 'document_lines is append-only'); END;
CREATE TRIGGER tenders_keep BEFORE UPDATE ON tenders BEGIN SELECT RAISE(ABORT, 'tenders is append-only'); END;
CREATE TRIGGER tenders_stay BEFORE DELETE ON tenders BEGIN SELECT RAISE(ABORT, 'tenders is append-only'); END;
CREATE TRIGGER payment_events_keep BEFORE UPDATE ON payment_events BEGIN SELECT RAISE(ABORT, 'payment_events is append-only'); END;
CREATE TRIGGER payment_events_stay BEFORE DELETE ON payment_events BEGIN SELECT RAISE(ABORT, 'payment_events is append-only'); END;
CREATE TRIGGER coupon_events_keep BEFORE UPDATE ON coupon_events BEGIN SELECT RAISE(ABORT, 'coupon_events is append-only'); END;
CREATE TRIGGER coupon_events_stay BEFORE DELETE ON coupon_events BEGIN SELECT RAISE(ABORT, 'coupon_events is append-only'); END;
