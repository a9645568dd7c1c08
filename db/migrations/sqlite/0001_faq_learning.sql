CREATE TABLE `faq_answers` (
	`message_id` text PRIMARY KEY NOT NULL,
	`asked_id` text NOT NULL,
	`group_id` text,
	`entry_id` text NOT NULL,
	`entry_version` integer NOT NULL,
	`confidence` real NOT NULL,
	`at` integer NOT NULL,
	`verdict` text,
	`verdict_at` integer
);
--> statement-breakpoint
CREATE INDEX `faq_answers_entry` ON `faq_answers` (`entry_id`,`verdict`);--> statement-breakpoint
CREATE INDEX `faq_answers_asked` ON `faq_answers` (`asked_id`);--> statement-breakpoint
CREATE TABLE `faq_candidates` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`unit_id` text NOT NULL,
	`question` text NOT NULL,
	`answer` text,
	`source` text NOT NULL,
	`asked_times` integer NOT NULL,
	`message_ids` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`entry_id` text,
	`trace` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `faq_candidates_number` ON `faq_candidates` (`number`);--> statement-breakpoint
CREATE INDEX `faq_candidates_state` ON `faq_candidates` (`state`,`unit_id`);--> statement-breakpoint
ALTER TABLE `faq_entries` ADD `learned` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `faq_entries` ADD `origin` text DEFAULT 'imported' NOT NULL;