-- store.db, format 2: a rule (promotion or coupon template) has an owner and can be paused and ended; all its versions are
-- kept, so that what a receipt was priced with can be shown for ever.

ALTER TABLE offers ADD COLUMN owner TEXT NOT NULL DEFAULT 'store' CHECK (owner IN ('store', 'hq'));
-- paused and ended rules stand in no price
ALTER TABLE offers ADD COLUMN state TEXT NOT NULL DEFAULT 'live' CHECK (state IN ('live', 'paused', 'ended'));

-- Every version whole; `offers` is the last of each. A pause and an end are versions too.
CREATE TABLE offer_versions (
  offer_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('promotion', 'coupon-template')),
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  body TEXT NOT NULL,
  owner TEXT NOT NULL CHECK (owner IN ('store', 'hq')),
  state TEXT NOT NULL CHECK (state IN ('live', 'paused', 'ended')),
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  -- null where no person of this till made the version
  operator_id TEXT,
  PRIMARY KEY (offer_id, version)
) STRICT, WITHOUT ROWID;

-- Format 1 never wrote a second version of a rule.
INSERT INTO offer_versions (offer_id, version, kind, name_zh, name_en, body, owner, state, seq, at, operator_id)
SELECT o.offer_id, o.version, o.kind, o.name_zh, o.name_en, o.body, o.owner, o.state, o.seq,
  coalesce(json_extract(c.payload, '$.at'), 0), json_extract(c.payload, '$.by')
FROM offers AS o LEFT JOIN chain AS c ON c.seq = o.seq;

CREATE TRIGGER offer_versions_keep BEFORE UPDATE ON offer_versions BEGIN SELECT RAISE(ABORT, 'offer_versions is append-only'); END;
CREATE TRIGGER offer_versions_stay BEFORE DELETE ON offer_versions BEGIN SELECT RAISE(ABORT, 'offer_versions is append-only'); END;
