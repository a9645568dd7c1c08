import { appendAudit } from '../../db/audit.ts';
import { curatorsOf } from '../../db/curators.ts';
import { addVersion, ownEntry } from '../../db/faq.ts';
import { type FaqAnswer, verdictsOn } from '../../db/faq-answers.ts';
import { addCandidate } from '../../db/faq-candidates.ts';
import { groupById, groupIdsOfMember } from '../../db/groups.ts';
import { unitsUpward } from '../../db/people.ts';
import { isReportedWrong, REPORTS_COUNT_MS } from '../../src/faq/withdraw-wrong.ts';
import type { FaqEntry } from '../../src/faq.ts';
import { keys } from '../../src/keys.ts';
import { toCurator } from '../../src/texts.ts';
import type { Turn } from '../turn.ts';

/** The unit that answers for an entry: its own, and for one that holds everywhere the topmost above the group. */
async function unitOf(turn: Turn, entry: FaqEntry): Promise<string | null> {
  if (entry.unitId) return entry.unitId;
  const [ownGroup] = turn.group ? [] : await groupIdsOfMember(turn.tx, turn.person.id);
  const group = turn.group ?? (ownGroup ? await groupById(turn.tx, ownGroup) : null);
  return group ? ((await unitsUpward(turn.tx, group.unitId)).at(-1) ?? group.unitId) : null;
}

/** Takes an entry out of the answers, and proposes it anew: it is answered nowhere until a person says so. */
export async function withdrawEntry(
  turn: Turn,
  entry: FaqEntry,
  how: { unitId: string | null; byId: string | null; reports: number },
): Promise<void> {
  const { tx, now, message } = turn;
  const { unitId, byId, reports } = how;
  await addVersion(tx, entry, { status: 'withdrawn' });
  const data = { version: entry.version, reports };
  await appendAudit(tx, { byId, act: 'withdraw-faq', thing: `faq/${entry.id}`, data }, now);
  if (!unitId) return;
  const { question, answer } = entry;
  const rest = { source: 'withdrawn' as const, messageIds: [], askedTimes: reports, entryId: entry.id };
  await addCandidate(tx, { unitId, question, answer, ...rest, trace: message.trace }, now);
}

/** After a report: withdraws the entry once enough askers called its present answer useless, and says so to its curators. */
export async function withdrawIfWrong(turn: Turn, answer: FaqAnswer): Promise<void> {
  const { tx, now, bot, message } = turn;
  const entry = bot.entries.get(answer.entryId);
  const own = entry && (await ownEntry(tx, entry.id));
  if (!entry || (own ?? entry).status === 'withdrawn') return;
  const { useful, useless } = await verdictsOn(tx, entry, new Date(now.getTime() - REPORTS_COUNT_MS));
  if (!isReportedWrong({ useful, useless })) return;
  const unitId = await unitOf(turn, entry);
  await withdrawEntry(turn, entry, { unitId, byId: null, reports: useless });
  let told = 0;
  for (const person of unitId ? await curatorsOf(tx, unitId) : []) {
    const key = keys.faqWithdrawn(entry.id, entry.version, person.id);
    if (await turn.tell(person, key, toCurator.faqWithdrawn(entry.question, useless))) told++;
  }
  if (!told)
    bot.log.warn({ trace: message.trace, entry: entry.id }, 'nobody could be told of a withdrawn entry');
}
