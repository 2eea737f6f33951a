-- store.db, format 5: cards by the row that changed them last, so that members.db follows a long import without reading all
-- cards again after each of its batches.

CREATE INDEX cards_by_seq ON cards (seq);
