CREATE TABLE "faq_answers" (
	"message_id" text PRIMARY KEY NOT NULL,
	"asked_id" text NOT NULL,
	"group_id" text,
	"entry_id" text NOT NULL,
	"entry_version" integer NOT NULL,
	"confidence" double precision NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"verdict" text,
	"verdict_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "faq_candidates" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"unit_id" text NOT NULL,
	"question" text NOT NULL,
	"answer" text,
	"source" text NOT NULL,
	"asked_times" integer NOT NULL,
	"message_ids" jsonb NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"entry_id" text,
	"trace" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "faq_entries" ADD COLUMN "learned" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "faq_entries" ADD COLUMN "origin" text DEFAULT 'imported' NOT NULL;--> statement-breakpoint
CREATE INDEX "faq_answers_entry" ON "faq_answers" USING btree ("entry_id","verdict");--> statement-breakpoint
CREATE INDEX "faq_answers_asked" ON "faq_answers" USING btree ("asked_id");--> statement-breakpoint
CREATE UNIQUE INDEX "faq_candidates_number" ON "faq_candidates" USING btree ("number");--> statement-breakpoint
CREATE INDEX "faq_candidates_state" ON "faq_candidates" USING btree ("state","unit_id");