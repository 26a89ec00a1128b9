-- Columns are read in slices. A compressed one is unpacked from its start for each slice; stored as it is, it is not.
ALTER TABLE "ReleaseColumn" ALTER COLUMN "data" SET STORAGE EXTERNAL;
