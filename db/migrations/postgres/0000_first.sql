CREATE TABLE "decisions" (
	"place_id" text NOT NULL,
	"message_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"label" text,
	"confidence" double precision NOT NULL,
	"entry_id" text,
	"topic" text,
	"offer_at" timestamp (3) with time zone,
	"model" text NOT NULL,
	"trace" text NOT NULL,
	CONSTRAINT "decisions_place_id_message_id_pk" PRIMARY KEY("place_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"place_id" text NOT NULL,
	"id" text NOT NULL,
	"is_private" boolean NOT NULL,
	"sender_id" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"day" text NOT NULL,
	"kind" text NOT NULL,
	"text" text,
	"text_state" text NOT NULL,
	"reply_to_id" text,
	"mentions" jsonb NOT NULL,
	"mentions_bot" boolean NOT NULL,
	"redelivery_of" text,
	"label" text,
	"fingerprint" text,
	"fact" jsonb,
	"decided_at" timestamp (3) with time zone,
	"recalled_at" timestamp (3) with time zone,
	"trace" text NOT NULL,
	CONSTRAINT "messages_place_id_id_pk" PRIMARY KEY("place_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"place_id" text NOT NULL,
	"key" text NOT NULL,
	"id" text NOT NULL,
	"is_private" boolean NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"image" "bytea",
	"mentions" jsonb NOT NULL,
	"ignores_quiet" boolean NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"attempts" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"not_after" timestamp (3) with time zone,
	"claimed_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"chat_message_id" text,
	"trace" text NOT NULL,
	CONSTRAINT "outbox_place_id_key_pk" PRIMARY KEY("place_id","key")
);
--> statement-breakpoint
CREATE TABLE "prompts" (
	"place_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "prompts_place_id_person_id_pk" PRIMARY KEY("place_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "reply_edges" (
	"group_id" text NOT NULL,
	"from_message_id" text NOT NULL,
	"to_message_id" text NOT NULL,
	"rule" text NOT NULL,
	"confidence" double precision NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"day" text NOT NULL,
	CONSTRAINT "reply_edges_group_id_from_message_id_to_message_id_pk" PRIMARY KEY("group_id","from_message_id","to_message_id")
);
--> statement-breakpoint
CREATE TABLE "send_counts" (
	"account_id" text NOT NULL,
	"day" text NOT NULL,
	"sent" integer NOT NULL,
	CONSTRAINT "send_counts_account_id_day_pk" PRIMARY KEY("account_id","day")
);
--> statement-breakpoint
CREATE TABLE "faq_entries" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"phrasings" jsonb NOT NULL,
	"issuer" text NOT NULL,
	"issued_on" text NOT NULL,
	"href" text,
	"status" text NOT NULL,
	"unit_id" text,
	"valid_from" text,
	"valid_to" text,
	"is_current" boolean NOT NULL,
	CONSTRAINT "faq_entries_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" text,
	"act" text NOT NULL,
	"thing" text NOT NULL,
	"data" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "effects" (
	"key" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"digest" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"counts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"job" text NOT NULL,
	"id" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"report" jsonb,
	"error" text,
	CONSTRAINT "job_runs_job_id_pk" PRIMARY KEY("job","id")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_spans" (
	"account_id" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_spans_account_id_from_at_pk" PRIMARY KEY("account_id","from_at")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"paused_at" timestamp (3) with time zone,
	"paused_reason" text
);
--> statement-breakpoint
CREATE TABLE "bindings" (
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"chat_id" text NOT NULL,
	"own_id" text NOT NULL,
	"bound_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bindings_account_id_kind_chat_id_pk" PRIMARY KEY("account_id","kind","chat_id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"cadre_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"way" text NOT NULL,
	"acknowledged" boolean NOT NULL,
	CONSTRAINT "contacts_cadre_id_person_id_at_pk" PRIMARY KEY("cadre_id","person_id","at")
);
--> statement-breakpoint
CREATE TABLE "group_cadres" (
	"group_id" text NOT NULL,
	"person_id" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "group_cadres_group_id_person_id_pk" PRIMARY KEY("group_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "group_changes" (
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"act" text NOT NULL,
	CONSTRAINT "group_changes_from_id_to_id_act_pk" PRIMARY KEY("from_id","to_id","act")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"unit_id" text NOT NULL,
	"kind" text NOT NULL,
	"size" integer NOT NULL,
	"created_at" timestamp (3) with time zone,
	"service_lines" jsonb NOT NULL,
	"bound_at" timestamp (3) with time zone,
	"bind_code" text,
	"notice_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "inspections" (
	"unit_id" text NOT NULL,
	"day" text NOT NULL,
	CONSTRAINT "inspections_unit_id_day_pk" PRIMARY KEY("unit_id","day")
);
--> statement-breakpoint
CREATE TABLE "links" (
	"cadre_id" text NOT NULL,
	"person_id" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone,
	CONSTRAINT "links_cadre_id_person_id_from_at_pk" PRIMARY KEY("cadre_id","person_id","from_at")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"group_id" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"alias" text,
	"joined_at" timestamp (3) with time zone,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "memberships_group_id_person_id_pk" PRIMARY KEY("group_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "message_bindings" (
	"place_id" text NOT NULL,
	"account_id" text NOT NULL,
	"chat_message_id" text NOT NULL,
	"message_id" text NOT NULL,
	CONSTRAINT "message_bindings_place_id_account_id_chat_message_id_pk" PRIMARY KEY("place_id","account_id","chat_message_id")
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"group_id" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "observations_group_id_from_at_pk" PRIMARY KEY("group_id","from_at")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"is_contact" boolean NOT NULL,
	"bind_code" text
);
--> statement-breakpoint
CREATE TABLE "unit_leaders" (
	"unit_id" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "unit_leaders_unit_id_person_id_pk" PRIMARY KEY("unit_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"level" text NOT NULL,
	"line" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"leader_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"week" text NOT NULL,
	"text" text NOT NULL,
	"png" "bytea",
	"composed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "digests_leader_id_unit_id_week_pk" PRIMARY KEY("leader_id","unit_id","week")
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"group_id" text NOT NULL,
	"week" text NOT NULL,
	"metrics" text NOT NULL,
	"detector" text NOT NULL,
	"position" integer NOT NULL,
	"finding" jsonb NOT NULL,
	CONSTRAINT "findings_group_id_week_metrics_detector_pk" PRIMARY KEY("group_id","week","metrics","detector")
);
--> statement-breakpoint
CREATE TABLE "group_days" (
	"group_id" text NOT NULL,
	"day" text NOT NULL,
	"metrics" text NOT NULL,
	"row" jsonb NOT NULL,
	"folded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "group_days_group_id_day_metrics_pk" PRIMARY KEY("group_id","day","metrics")
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"group_id" text NOT NULL,
	"week" text NOT NULL,
	"metrics" text NOT NULL,
	"analysis" jsonb NOT NULL,
	"scored_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "scores_group_id_week_metrics_pk" PRIMARY KEY("group_id","week","metrics")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_events" (
	"group_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" text,
	"act" text NOT NULL,
	"data" jsonb NOT NULL,
	"trace" text NOT NULL,
	CONSTRAINT "ticket_events_group_id_ticket_id_seq_pk" PRIMARY KEY("group_id","ticket_id","seq")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"group_id" text NOT NULL,
	"id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"requester_id" text NOT NULL,
	"topic" text NOT NULL,
	"message_id" text,
	"place_id" text NOT NULL,
	"assignee_id" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"asked_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"reopened_times" integer NOT NULL,
	"transferred_times" integer NOT NULL,
	"stars" integer,
	"waiting_reason" text,
	"escalated_at" timestamp (3) with time zone,
	"acknowledged_at" timestamp (3) with time zone,
	"last_seq" integer NOT NULL,
	CONSTRAINT "tickets_group_id_id_pk" PRIMARY KEY("group_id","id")
);
--> statement-breakpoint
CREATE INDEX "decisions_offers" ON "decisions" USING btree ("offer_at");--> statement-breakpoint
CREATE INDEX "messages_day" ON "messages" USING btree ("place_id","day");--> statement-breakpoint
CREATE INDEX "messages_same" ON "messages" USING btree ("place_id","sender_id","sent_at");--> statement-breakpoint
CREATE INDEX "messages_text" ON "messages" USING btree ("text_state","received_at");--> statement-breakpoint
CREATE INDEX "messages_undecided" ON "messages" USING btree ("decided_at","received_at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("state","not_before");--> statement-breakpoint
CREATE INDEX "outbox_place" ON "outbox" USING btree ("place_id","sent_at");--> statement-breakpoint
CREATE INDEX "outbox_chat" ON "outbox" USING btree ("place_id","chat_message_id");--> statement-breakpoint
CREATE INDEX "reply_edges_day" ON "reply_edges" USING btree ("group_id","day");--> statement-breakpoint
CREATE INDEX "reply_edges_to" ON "reply_edges" USING btree ("group_id","to_message_id");--> statement-breakpoint
CREATE INDEX "bindings_own" ON "bindings" USING btree ("kind","own_id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_bindings_own" ON "message_bindings" USING btree ("place_id","account_id","message_id");--> statement-breakpoint
CREATE INDEX "tickets_number" ON "tickets" USING btree ("number");--> statement-breakpoint
CREATE INDEX "tickets_open" ON "tickets" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "tickets_requester" ON "tickets" USING btree ("requester_id");--> statement-breakpoint
CREATE INDEX "tickets_message" ON "tickets" USING btree ("message_id");