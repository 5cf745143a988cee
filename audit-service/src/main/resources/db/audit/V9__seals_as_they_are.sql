-- A seal is mostly hashes, and only the newest of each partition is here: to compress it takes processor with every seal
-- and saves next to nothing.
ALTER TABLE seals ALTER COLUMN record SET STORAGE EXTERNAL;
