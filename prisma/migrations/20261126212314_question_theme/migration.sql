-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "core" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "theme" TEXT;

-- Waves of before had what their variable has.
UPDATE "Question" SET "core" = "Variable"."core", "theme" = "Variable"."theme"
  FROM "Variable" WHERE "Variable"."id" = "Question"."variableId";
