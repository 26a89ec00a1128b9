-- CreateEnum
CREATE TYPE "AuditAction" AS ENUM ('TABLE', 'FILE', 'MUTATION', 'REFUSAL');

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(0) NOT NULL,
    "account" TEXT,
    "role" TEXT NOT NULL,
    "action" "AuditAction" NOT NULL,
    "subject" TEXT NOT NULL,
    "waves" TEXT[],
    "asked" JSONB NOT NULL,
    "format" TEXT NOT NULL,
    "digests" TEXT[],
    "refusal" TEXT,
    "times" INTEGER NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- Entries are only ever added; the purge says in its transaction how many days are kept, and removes none younger.
CREATE FUNCTION "refuseAuditChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.at < now() - make_interval(days => nullif(current_setting('peo.audit_log_days', true), '')::int) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The audit log is append-only: entries are removed when they are older than AUDIT_LOG_DAYS.';
END $$;
CREATE TRIGGER "keepAuditEntries" BEFORE UPDATE OR DELETE ON "AuditEntry"
  FOR EACH ROW EXECUTE FUNCTION "refuseAuditChange"();
CREATE TRIGGER "keepAuditLog" BEFORE TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuseAuditChange"();
