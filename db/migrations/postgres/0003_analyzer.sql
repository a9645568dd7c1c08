CREATE TABLE "group_packs" (
	"group_id" text NOT NULL,
	"metrics" text NOT NULL,
	"shard" integer NOT NULL,
	"through_day" text NOT NULL,
	"pack" "bytea" NOT NULL,
	"packed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "group_packs_group_id_metrics_pk" PRIMARY KEY("group_id","metrics")
);
--> statement-breakpoint
CREATE TABLE "standings" (
	"group_id" text NOT NULL,
	"metrics" text NOT NULL,
	"day" text NOT NULL,
	"state" text NOT NULL,
	"since" text NOT NULL,
	"raw" text NOT NULL,
	"streak" integer NOT NULL,
	CONSTRAINT "standings_group_id_metrics_pk" PRIMARY KEY("group_id","metrics")
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"unit_id" text NOT NULL,
	"week" text NOT NULL,
	"position" integer NOT NULL,
	"topic" text NOT NULL,
	"line" text,
	"persons" integer NOT NULL,
	"needs" integer NOT NULL,
	"persons_before" integer,
	"quote" text,
	"quote_of_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "themes_unit_id_week_position_pk" PRIMARY KEY("unit_id","week","position")
);
--> statement-breakpoint
CREATE TABLE "unit_scores" (
	"unit_id" text NOT NULL,
	"week" text NOT NULL,
	"metrics" text NOT NULL,
	"analysis" jsonb NOT NULL,
	"scored_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unit_scores_unit_id_week_metrics_pk" PRIMARY KEY("unit_id","week","metrics")
);
--> statement-breakpoint
CREATE INDEX "group_packs_shard" ON "group_packs" USING btree ("metrics","shard","group_id");