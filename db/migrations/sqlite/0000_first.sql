CREATE TABLE `decisions` (
	`place_id` text NOT NULL,
	`message_id` text NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`label` text,
	`confidence` real NOT NULL,
	`entry_id` text,
	`topic` text,
	`offer_at` integer,
	`model` text NOT NULL,
	`trace` text NOT NULL,
	PRIMARY KEY(`place_id`, `message_id`)
);
--> statement-breakpoint
CREATE INDEX `decisions_offers` ON `decisions` (`offer_at`);--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`place_id` text NOT NULL,
	`id` text NOT NULL,
	`is_private` integer NOT NULL,
	`sender_id` text NOT NULL,
	`sent_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`text` text,
	`text_state` text NOT NULL,
	`reply_to_id` text,
	`mentions` text NOT NULL,
	`mentions_bot` integer NOT NULL,
	`redelivery_of` text,
	`label` text,
	`fingerprint` text,
	`fact` text,
	`decided_at` integer,
	`recalled_at` integer,
	`trace` text NOT NULL,
	PRIMARY KEY(`place_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `messages_day` ON `messages` (`place_id`,`day`);--> statement-breakpoint
CREATE INDEX `messages_same` ON `messages` (`place_id`,`sender_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `messages_text` ON `messages` (`text_state`,`received_at`);--> statement-breakpoint
CREATE INDEX `messages_undecided` ON `messages` (`decided_at`,`received_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`place_id` text NOT NULL,
	`key` text NOT NULL,
	`id` text NOT NULL,
	`is_private` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`image` blob,
	`mentions` text NOT NULL,
	`ignores_quiet` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`attempts` integer NOT NULL,
	`created_at` integer NOT NULL,
	`not_before` integer NOT NULL,
	`not_after` integer,
	`claimed_at` integer,
	`sent_at` integer,
	`confirmed_at` integer,
	`chat_message_id` text,
	`trace` text NOT NULL,
	PRIMARY KEY(`place_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`not_before`);--> statement-breakpoint
CREATE INDEX `outbox_place` ON `outbox` (`place_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `outbox_chat` ON `outbox` (`place_id`,`chat_message_id`);--> statement-breakpoint
CREATE TABLE `prompts` (
	`place_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`data` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	PRIMARY KEY(`place_id`, `person_id`)
);
--> statement-breakpoint
CREATE TABLE `reply_edges` (
	`group_id` text NOT NULL,
	`from_message_id` text NOT NULL,
	`to_message_id` text NOT NULL,
	`rule` text NOT NULL,
	`confidence` real NOT NULL,
	`at` integer NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`group_id`, `from_message_id`, `to_message_id`)
);
--> statement-breakpoint
CREATE INDEX `reply_edges_day` ON `reply_edges` (`group_id`,`day`);--> statement-breakpoint
CREATE INDEX `reply_edges_to` ON `reply_edges` (`group_id`,`to_message_id`);--> statement-breakpoint
CREATE TABLE `send_counts` (
	`account_id` text NOT NULL,
	`day` text NOT NULL,
	`sent` integer NOT NULL,
	PRIMARY KEY(`account_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `faq_entries` (
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`phrasings` text NOT NULL,
	`issuer` text NOT NULL,
	`issued_on` text NOT NULL,
	`href` text,
	`status` text NOT NULL,
	`unit_id` text,
	`valid_from` text,
	`valid_to` text,
	`is_current` integer NOT NULL,
	PRIMARY KEY(`id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	`act` text NOT NULL,
	`thing` text NOT NULL,
	`data` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `effects` (
	`key` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`digest` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`counts` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `job_runs` (
	`job` text NOT NULL,
	`id` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`report` text,
	`error` text,
	PRIMARY KEY(`job`, `id`)
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `account_spans` (
	`account_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `from_at`)
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`paused_at` integer,
	`paused_reason` text
);
--> statement-breakpoint
CREATE TABLE `bindings` (
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`chat_id` text NOT NULL,
	`own_id` text NOT NULL,
	`bound_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `kind`, `chat_id`)
);
--> statement-breakpoint
CREATE INDEX `bindings_own` ON `bindings` (`kind`,`own_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`cadre_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`way` text NOT NULL,
	`acknowledged` integer NOT NULL,
	PRIMARY KEY(`cadre_id`, `person_id`, `at`)
);
--> statement-breakpoint
CREATE TABLE `group_cadres` (
	`group_id` text NOT NULL,
	`person_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`group_id`, `person_id`)
);
--> statement-breakpoint
CREATE TABLE `group_changes` (
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`at` integer NOT NULL,
	`act` text NOT NULL,
	PRIMARY KEY(`from_id`, `to_id`, `act`)
);
--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`size` integer NOT NULL,
	`created_at` integer,
	`service_lines` text NOT NULL,
	`bound_at` integer,
	`bind_code` text,
	`notice_at` integer
);
--> statement-breakpoint
CREATE TABLE `inspections` (
	`unit_id` text NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`unit_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `links` (
	`cadre_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer,
	PRIMARY KEY(`cadre_id`, `person_id`, `from_at`)
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`group_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`alias` text,
	`joined_at` integer,
	`left_at` integer,
	PRIMARY KEY(`group_id`, `person_id`)
);
--> statement-breakpoint
CREATE TABLE `message_bindings` (
	`place_id` text NOT NULL,
	`account_id` text NOT NULL,
	`chat_message_id` text NOT NULL,
	`message_id` text NOT NULL,
	PRIMARY KEY(`place_id`, `account_id`, `chat_message_id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_bindings_own` ON `message_bindings` (`place_id`,`account_id`,`message_id`);--> statement-breakpoint
CREATE TABLE `observations` (
	`group_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	PRIMARY KEY(`group_id`, `from_at`)
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`is_contact` integer NOT NULL,
	`bind_code` text
);
--> statement-breakpoint
CREATE TABLE `unit_leaders` (
	`unit_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`unit_id`, `person_id`)
);
--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`parent_id` text,
	`level` text NOT NULL,
	`line` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `digests` (
	`leader_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`week` text NOT NULL,
	`text` text NOT NULL,
	`png` blob,
	`composed_at` integer NOT NULL,
	PRIMARY KEY(`leader_id`, `unit_id`, `week`)
);
--> statement-breakpoint
CREATE TABLE `findings` (
	`group_id` text NOT NULL,
	`week` text NOT NULL,
	`metrics` text NOT NULL,
	`detector` text NOT NULL,
	`position` integer NOT NULL,
	`finding` text NOT NULL,
	PRIMARY KEY(`group_id`, `week`, `metrics`, `detector`)
);
--> statement-breakpoint
CREATE TABLE `group_days` (
	`group_id` text NOT NULL,
	`day` text NOT NULL,
	`metrics` text NOT NULL,
	`row` text NOT NULL,
	`folded_at` integer NOT NULL,
	PRIMARY KEY(`group_id`, `day`, `metrics`)
);
--> statement-breakpoint
CREATE TABLE `scores` (
	`group_id` text NOT NULL,
	`week` text NOT NULL,
	`metrics` text NOT NULL,
	`analysis` text NOT NULL,
	`scored_at` integer NOT NULL,
	PRIMARY KEY(`group_id`, `week`, `metrics`)
);
--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ticket_events` (
	`group_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	`act` text NOT NULL,
	`data` text NOT NULL,
	`trace` text NOT NULL,
	PRIMARY KEY(`group_id`, `ticket_id`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `tickets` (
	`group_id` text NOT NULL,
	`id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`requester_id` text NOT NULL,
	`topic` text NOT NULL,
	`message_id` text,
	`place_id` text NOT NULL,
	`assignee_id` text,
	`opened_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`accepted_at` integer,
	`answered_at` integer,
	`closed_at` integer,
	`asked_at` integer,
	`confirmed_at` integer,
	`reopened_times` integer NOT NULL,
	`transferred_times` integer NOT NULL,
	`stars` integer,
	`waiting_reason` text,
	`escalated_at` integer,
	`acknowledged_at` integer,
	`last_seq` integer NOT NULL,
	PRIMARY KEY(`group_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `tickets_number` ON `tickets` (`number`);--> statement-breakpoint
CREATE INDEX `tickets_open` ON `tickets` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `tickets_requester` ON `tickets` (`requester_id`);--> statement-breakpoint
CREATE INDEX `tickets_message` ON `tickets` (`message_id`);