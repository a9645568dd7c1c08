import type { Db } from './connect.ts';
import { eraseBelongings, renameInDays } from './erasing/belongings.ts';
import { eraseNames } from './erasing/others-words.ts';
import { eraseLearned, eraseMessages } from './erasing/own-words.ts';
import { ownerOf } from './erasing/owner.ts';
import { eraseDigests, eraseSayings } from './erasing/sayings.ts';
import { swapEverywhere } from './erasing/swap-everywhere.ts';
import { type ErasedTicket, eraseTickets } from './erasing/tickets.ts';

/** What went, as counts, with the tickets whose cadres are to hear of it. */
export interface Erased {
  tickets: readonly ErasedTicket[];
  messages: number;
  rows: number;
  names: readonly string[];
}

/**
 * 删除 (PIPL 47): everything that points to the person goes, and the counts stay: their words are erased, their id
 * becomes one random id wherever it stands, and nothing leads from that one to them. `ERASURE` says what becomes of each
 * table. May be run again for what came meanwhile. Call inside a transaction, and scrub the files afterwards.
 */
export async function erasePerson(
  tx: Db,
  who: { id: string; goneId: string; names: readonly string[] },
  now: Date,
): Promise<Erased> {
  const owner = await ownerOf(tx, who, now);
  await eraseSayings(tx, owner);
  await eraseDigests(tx, owner);
  const tickets = await eraseTickets(tx, owner);
  await eraseLearned(tx, owner);
  await eraseMessages(tx, owner);
  await eraseBelongings(tx, owner);
  await eraseNames(tx, owner);
  await renameInDays(tx, owner);
  const rows = await swapEverywhere(tx, owner.id, owner.swap);
  return { tickets, messages: owner.messages.length, rows, names: owner.names };
}

const ID_ONLY = 'the id, wherever it stands, becomes the random one';
const NOBODY = 'holds no person who can be deleted';

/** What becomes of every table when somebody has their data deleted; a test compares it with the schema. */
export const ERASURE: Readonly<Record<string, string>> = {
  account_spans: NOBODY,
  accounts: NOBODY,
  agreements: NOBODY,
  appeals: 'a cadre’s words lose the name of the person',
  audit: 'never changed; a member stands in it under a name of their own that is forgotten (audit-names.ts)',
  bindings: 'deleted: the chat’s id of the person is nowhere any more',
  calendars: NOBODY,
  catalogue_items: NOBODY,
  contacts: ID_ONLY,
  counters: NOBODY,
  decisions: 'topics of their messages dropped, offers ended; the private place renamed',
  digest_lines: NOBODY,
  digests: 'the text is dropped where it quotes them',
  effects: ID_ONLY,
  examples: 'deleted where they came of the person’s words; the name goes out of others',
  faq_answers: 'message ids only, which point to nobody',
  faq_candidates: 'their questions dropped unless a person published them, redacted, before',
  faq_entries: 'phrasings learned of their words removed',
  findings: 'the id becomes the random one; the name goes',
  group_cadres: NOBODY,
  group_changes: NOBODY,
  group_days: 'the speaker becomes the random one, in the order of ids',
  group_packs: 'people are slots in it, never ids',
  groups: NOBODY,
  imports: NOBODY,
  inspections: NOBODY,
  job_runs: NOBODY,
  leases: NOBODY,
  links: 'ended, under the random id',
  memberships: 'ended, without the alias, under the random id',
  message_bindings: 'deleted for their messages',
  messages: 'the words dropped, the sender the random id; the name goes out of others’ words',
  observations: NOBODY,
  outbox:
    'the words of all that was said to them, because of them or of their tickets dropped; waiting rows cancelled',
  people: 'one row without a name, under the random id',
  prompts: 'deleted',
  reply_edges: 'message ids only, which point to nobody',
  scores: ID_ONLY,
  send_counts: NOBODY,
  service_routes: ID_ONLY,
  settings:
    'their name in the audit and the code of their letters deleted; the deletion itself when all is done',
  stand_ins: NOBODY,
  standings: NOBODY,
  survey_answers: 'never held the person; the name goes out of the words',
  survey_asks: ID_ONLY,
  survey_refusals: 'deleted',
  themes: 'a quote of their words is dropped; the name goes out of others',
  ticket_events: 'the words of their tickets dropped; who did what and when stays',
  tickets: 'erased by an act of its own; open ones are withdrawn, their followers stand alone again',
  unit_leaders: NOBODY,
  unit_scores: NOBODY,
  units: NOBODY,
};
