-- members.db, format 2: found by full pinyin and by the given name as well, and shown with the card at once. A projection:
-- it is emptied here and made anew from its source at the next catching up.

DROP TABLE members;
DELETE FROM cards;
UPDATE cursor SET seq = 0;

CREATE TABLE members (
  number INTEGER PRIMARY KEY,
  member_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- the name without its first character; '' where nothing is left
  given_name TEXT NOT NULL,
  initials TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  phone TEXT NOT NULL,
  phone_tail TEXT NOT NULL,
  birthday TEXT,
  tier_id TEXT,
  tags TEXT NOT NULL,
  -- the card that is shown: an active one where there is one
  card_number TEXT,
  card_status TEXT,
  -- the member that this one was merged into: still shown on old receipts, no longer found
  merged_into TEXT
) STRICT;
CREATE INDEX members_by_phone ON members (phone) WHERE merged_into IS NULL;
CREATE INDEX members_by_phone_tail ON members (phone_tail) WHERE merged_into IS NULL;
CREATE INDEX members_by_name ON members (name) WHERE merged_into IS NULL;
CREATE INDEX members_by_given_name ON members (given_name) WHERE merged_into IS NULL;
CREATE INDEX members_by_initials ON members (initials) WHERE merged_into IS NULL;
CREATE INDEX members_by_pinyin ON members (pinyin) WHERE merged_into IS NULL;
