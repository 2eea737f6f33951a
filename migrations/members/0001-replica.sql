-- members.db, format 1: a projection for finding and showing members; it can be thrown away and rebuilt.

-- One row: up to which row of store.db's chain this projection reaches.
CREATE TABLE cursor (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  seq INTEGER NOT NULL
) STRICT;

CREATE TABLE members (
  member_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  phone TEXT NOT NULL,
  phone_tail TEXT NOT NULL,
  birthday TEXT,
  tier_id TEXT,
  tags TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX members_by_phone ON members (phone);
CREATE INDEX members_by_phone_tail ON members (phone_tail);
CREATE INDEX members_by_name ON members (name);
CREATE INDEX members_by_initials ON members (initials);

CREATE TABLE cards (
  card_number TEXT PRIMARY KEY,
  member_id TEXT NOT NULL,
  status TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cards_by_member ON cards (member_id);
