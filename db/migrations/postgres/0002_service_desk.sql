CREATE TABLE "agreements" (
	"group_id" text NOT NULL,
	"version" integer NOT NULL,
	"whom" text NOT NULL,
	"how" text NOT NULL,
	"serves" text NOT NULL,
	"when_text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agreements_group_id_version_pk" PRIMARY KEY("group_id","version")
);
--> statement-breakpoint
CREATE TABLE "appeals" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"cadre_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by_id" text,
	"is_upheld" boolean,
	"trace" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"unit_id" text NOT NULL,
	"version" integer NOT NULL,
	"spans" jsonb NOT NULL,
	"off_days" jsonb NOT NULL,
	"on_days" jsonb NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendars_unit_id_version_pk" PRIMARY KEY("unit_id","version")
);
--> statement-breakpoint
CREATE TABLE "catalogue_items" (
	"unit_id" text NOT NULL,
	"version" integer NOT NULL,
	"position" integer NOT NULL,
	"line" text NOT NULL,
	"what" text NOT NULL,
	"when_text" text NOT NULL,
	"where_text" text NOT NULL,
	"who" text NOT NULL,
	"limit_class" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "catalogue_items_unit_id_version_position_pk" PRIMARY KEY("unit_id","version","position")
);
--> statement-breakpoint
CREATE TABLE "digest_lines" (
	"leader_id" text NOT NULL,
	"number" integer NOT NULL,
	"unit_id" text NOT NULL,
	"week" text NOT NULL,
	"group_id" text NOT NULL,
	"detector" text,
	CONSTRAINT "digest_lines_leader_id_number_pk" PRIMARY KEY("leader_id","number")
);
--> statement-breakpoint
CREATE TABLE "examples" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"line" text,
	"need" text NOT NULL,
	"done" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_routes" (
	"unit_id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"line" text NOT NULL,
	"words" jsonb NOT NULL,
	"phone" text,
	"where_text" text,
	"when_text" text,
	"person_id" text,
	CONSTRAINT "service_routes_unit_id_name_pk" PRIMARY KEY("unit_id","name")
);
--> statement-breakpoint
CREATE TABLE "stand_ins" (
	"cadre_id" text NOT NULL,
	"stand_in_id" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone,
	CONSTRAINT "stand_ins_cadre_id_from_at_pk" PRIMARY KEY("cadre_id","from_at")
);
--> statement-breakpoint
CREATE TABLE "survey_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"cadre_id" text NOT NULL,
	"group_id" text,
	"month" text NOT NULL,
	"knows" boolean NOT NULL,
	"helped" boolean,
	"words" text,
	"day" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_asks" (
	"cadre_id" text NOT NULL,
	"person_id" text NOT NULL,
	"month" text NOT NULL,
	"quarter" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "survey_asks_cadre_id_person_id_month_pk" PRIMARY KEY("cadre_id","person_id","month")
);
--> statement-breakpoint
CREATE TABLE "survey_refusals" (
	"person_id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "opted_out_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "limit_class" text DEFAULT 'timely' NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "limit_ms" integer DEFAULT 23400000 NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "line" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "linked_from" integer;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "about" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "handed_to" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "waiting_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "waited_ms" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "first_receiver_id" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "extended_times" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "missed_times" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "missed_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "duplicate_of" integer;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "escalated_for" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "pictures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "is_erased" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "look_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "appeals_number" ON "appeals" USING btree ("number");--> statement-breakpoint
CREATE INDEX "appeals_cadre" ON "appeals" USING btree ("cadre_id");--> statement-breakpoint
CREATE INDEX "examples_unit" ON "examples" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "stand_ins_by" ON "stand_ins" USING btree ("stand_in_id");--> statement-breakpoint
CREATE INDEX "survey_answers_cadre" ON "survey_answers" USING btree ("cadre_id","month");--> statement-breakpoint
CREATE INDEX "survey_asks_person" ON "survey_asks" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tickets_assignee" ON "tickets" USING btree ("assignee_id","state");--> statement-breakpoint
CREATE INDEX "tickets_duplicate" ON "tickets" USING btree ("duplicate_of");--> statement-breakpoint
CREATE INDEX "tickets_about" ON "tickets" USING btree ("about");--> statement-breakpoint
CREATE INDEX "tickets_look" ON "tickets" USING btree ("state","look_at");--> statement-breakpoint
update tickets set first_receiver_id = (select e.by_id from ticket_events e where e.group_id = tickets.group_id and e.ticket_id = tickets.id and e.act in ('accept', 'transfer') order by e.seq asc limit 1);--> statement-breakpoint
update tickets set waiting_since = (select e.at from ticket_events e where e.group_id = tickets.group_id and e.ticket_id = tickets.id and e.act in ('wait') order by e.seq desc limit 1) where state = 'waiting';--> statement-breakpoint
update tickets set state = 'open' where state = 'accepted' and (select e.act from ticket_events e where e.group_id = tickets.group_id and e.ticket_id = tickets.id and e.act in ('accept', 'assign', 'transfer', 'resume', 'reopen') order by e.seq desc limit 1) in ('assign', 'transfer');--> statement-breakpoint
update tickets set escalated_for = 'overdue' where escalated_at is not null;
