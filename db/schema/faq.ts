import type { CandidateSource, CandidateState } from '../../src/faq/candidate.ts';
import type { EntryOrigin } from '../../src/faq/merge-entries.ts';
import type { FaqStatus } from '../../src/faq.ts';
import { bool, index, instant, int, json, primaryKey, real, table, text, uniqueIndex } from '../columns.ts';

/** Questions that may be answered, with their source and date; every version stays. */
export const faqEntries = table(
  'faq_entries',
  {
    id: text('id').notNull(),
    version: int('version').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    phrasings: json('phrasings').$type<string[]>().notNull(),
    /** Phrasings that members confirmed by 有用; they outlive an import. */
    learned: json('learned').$type<string[]>().notNull().default([]),
    /** `program`: laid over an entry that comes with the program, whose content goes on leading. */
    origin: text('origin').$type<EntryOrigin>().notNull().default('imported'),
    issuer: text('issuer').notNull(),
    issuedOn: text('issued_on').notNull(),
    href: text('href'),
    status: text('status').$type<FaqStatus>().notNull(),
    unitId: text('unit_id'),
    validFrom: text('valid_from'),
    validTo: text('valid_to'),
    isCurrent: bool('is_current').notNull(),
  },
  t => [primaryKey({ columns: [t.id, t.version] })],
);

/** What the bot answered out of which entry, and what the asker said of it: 有用 or 没用. No person is named. */
export const faqAnswers = table(
  'faq_answers',
  {
    /** The message the bot answered: the question, or the digit that chose it. */
    messageId: text('message_id').primaryKey(),
    askedId: text('asked_id').notNull(),
    /** Null for a private chat, whose place would be the person. */
    groupId: text('group_id'),
    entryId: text('entry_id').notNull(),
    entryVersion: int('entry_version').notNull(),
    confidence: real('confidence').notNull(),
    at: instant('at').notNull(),
    verdict: text('verdict').$type<'useful' | 'useless'>(),
    verdictAt: instant('verdict_at'),
  },
  t => [index('faq_answers_entry').on(t.entryId, t.verdict), index('faq_answers_asked').on(t.askedId)],
);

/** What may become an entry once a person says so; both texts are redacted before they are written here. */
export const faqCandidates = table(
  'faq_candidates',
  {
    id: text('id').primaryKey(),
    number: int('number').notNull(),
    unitId: text('unit_id').notNull(),
    question: text('question').notNull(),
    answer: text('answer'),
    source: text('source').$type<CandidateSource>().notNull(),
    askedTimes: int('asked_times').notNull(),
    /** The questions behind it, and the cadre's message that answered. */
    messageIds: json('message_ids').$type<string[]>().notNull(),
    state: text('state').$type<CandidateState>().notNull(),
    createdAt: instant('created_at').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: text('decided_by'),
    /** The entry it became, or the withdrawn one it would bring back. */
    entryId: text('entry_id'),
    trace: text('trace').notNull(),
  },
  t => [
    uniqueIndex('faq_candidates_number').on(t.number),
    index('faq_candidates_state').on(t.state, t.unitId),
  ],
);
