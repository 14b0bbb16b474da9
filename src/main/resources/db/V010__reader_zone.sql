-- The reader's time zone as of the freeze, of editions that go out by each reader's own clock; null for others.
ALTER TABLE delivery ADD COLUMN zone TEXT;
