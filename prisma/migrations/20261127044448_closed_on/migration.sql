-- AlterTable
ALTER TABLE "Wave" ADD COLUMN     "closedOn" DATE;

-- Nobody knows when: they are kept as long as any that is closed today.
UPDATE "Wave" SET "closedOn" = CURRENT_DATE WHERE "status" = 'CLOSED';
