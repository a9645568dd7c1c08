import { HOUR_MS } from '../time.ts';
import { dayNumberAt } from './day-number.ts';
import { type GroupDay, type Mark, type Need, type Reply, SURE } from './group-day.ts';
import type { GroupHistory } from './group-history.ts';
import { THRESHOLDS } from './thresholds.ts';

/** A person's sure answer to a need. */
export type Answer = Pick<Reply, 'messageId' | 'byId' | 'voice' | 'at' | 'rule'>;

/** A need with all that later happened to it; each moment is compared with the end of the window that asks. */
export interface TimelineNeed extends Pick<Need, 'messageId' | 'byId' | 'at' | 'label'> {
  day: number;
  /** The same words of the same person are the same need. */
  sameAs: string;
  /** Sure answers of people other than the asker, in order of time. */
  answers: Answer[];
  /** First answer of the bot; it is never help. */
  botAnsweredAt: number | null;
  /** 没解决, or the same need again. */
  spoiledAt: number[];
  /** The asker's thanks. */
  thankedAt: number[];
  /** The ticket's confirm (true) and reopen (false) by the member, in order of time. */
  confirmations: { at: number; isConfirmed: boolean }[];
}

type Tickets = GroupHistory['tickets'];

/** What the member said of a ticket: a confirm by anybody else than the asker is self-certified and is left out. */
export function confirmationsOf({ opening, events }: Tickets[number], asOf: number) {
  return events
    .filter(event => event.at.getTime() <= asOf)
    .filter(
      event =>
        event.act === 'reopen' ||
        (event.act === 'confirm' && (event.byId === null || event.byId === opening.requesterId)),
    )
    .map(event => ({ at: event.at.getTime(), isConfirmed: event.act === 'confirm' }))
    .sort((a, b) => a.at - b.at);
}

/** When the member last said that it is solved, as known at `until`; null when never or taken back since. */
export function confirmedAt(confirmations: TimelineNeed['confirmations'], until: number): number | null {
  const last = confirmations.findLast(said => said.at <= until);
  return last?.isConfirmed ? last.at : null;
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const same = groups.get(key);
    if (same) same.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** So long after an answer a member's word is about it, in ms. */
const REACH_OF: Record<Mark['says'], number> = {
  'not-solved': THRESHOLDS.help.spoiledWithinHours * HOUR_MS,
  thanks: THRESHOLDS.help.thankedWithinHours * HOUR_MS,
};

/** When those rows stand that follow one of the answers soon enough to be about it: all others would never be asked for. */
function inReachOf(answers: readonly Reply[], rows: readonly { at: number }[], reach: number): number[] {
  const moments: number[] = [];
  if (answers.length === 0) return moments;
  const first = Math.min(...answers.map(answer => answer.at));
  const last = Math.max(...answers.map(answer => answer.at));
  for (let index = indexAfter(rows, first); index < rows.length; index++) {
    const at = rows[index]?.at ?? 0;
    if (at > last + reach) break;
    if (answers.some(answer => at > answer.at && at - answer.at <= reach)) moments.push(at);
  }
  return moments;
}

const inTime = (a: { at: number }, b: { at: number }): number => a.at - b.at;

/** The first of some rows in order of time that lies after a moment. */
function indexAfter(rows: readonly { at: number }[], moment: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.at ?? moment) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Needs in order of time with their answers, thanks and what spoiled them. */
export function gatherNeeds(
  history: Pick<GroupHistory, 'tickets'>,
  days: readonly GroupDay[],
  replies: readonly Reply[],
  asOf: number,
): TimelineNeed[] {
  const repliesTo = groupBy(replies, reply => reply.toMessageId ?? '');
  const marks = days
    .flatMap(row => row.marks)
    .filter(mark => mark.at <= asOf)
    .sort(inTime);
  const markedBy = (says: Mark['says']) =>
    groupBy(
      marks.filter(mark => mark.says === says),
      mark => mark.byId,
    );
  const [spoilers, thanks] = [markedBy('not-solved'), markedBy('thanks')];
  const ticketOf = new Map(history.tickets.map(ticket => [ticket.opening.messageId, ticket]));
  const needs = days.flatMap(row => row.needs).filter(need => need.at <= asOf);
  const sameNeed = (need: Need) => `${need.byId} ${need.fingerprint ?? need.messageId}`;
  const alike = groupBy(needs.toSorted(inTime), sameNeed);
  return needs.map(need => {
    const answers = (repliesTo.get(need.messageId) ?? []).filter(
      reply => reply.confidence >= SURE && reply.byId !== need.byId && reply.at >= need.at,
    );
    const helpful = answers.filter(reply => reply.voice !== 'bot' && reply.isHelpful);
    const repeated = inReachOf(helpful, alike.get(sameNeed(need)) ?? [], REACH_OF['not-solved']);
    const ticket = ticketOf.get(need.messageId);
    return {
      ...need,
      day: dayNumberAt(need.at),
      sameAs: sameNeed(need),
      answers: helpful,
      botAnsweredAt: (repliesTo.get(need.messageId) ?? []).find(reply => reply.voice === 'bot')?.at ?? null,
      spoiledAt: [...inReachOf(helpful, spoilers.get(need.byId) ?? [], REACH_OF['not-solved']), ...repeated],
      thankedAt: inReachOf(helpful, thanks.get(need.byId) ?? [], REACH_OF.thanks),
      confirmations: ticket ? confirmationsOf(ticket, asOf) : [],
    };
  });
}

/** The first answer known at `until` that was not followed by 没解决 or the same need within two days. */
export function helpOf(need: TimelineNeed, until: number): Answer | null {
  const reach = THRESHOLDS.help.spoiledWithinHours * HOUR_MS;
  return (
    need.answers.find(
      answer =>
        answer.at <= until &&
        !need.spoiledAt.some(at => at > answer.at && at - answer.at <= reach && at <= until),
    ) ?? null
  );
}

/** The first sure answer of a person to any telling of a need, as known at `until`. */
export const firstAnswerOf = (tellings: readonly TimelineNeed[], until: number): Answer | null =>
  tellings
    .flatMap(need => need.answers)
    .filter(answer => answer.at <= until)
    .reduce<Answer | null>(
      (first, answer) => (first === null || answer.at < first.at ? answer : first),
      null,
    );

/** A person's answer that held, or the member's own word that it is solved. */
export const isHelped = (need: TimelineNeed, until: number): boolean =>
  confirmedAt(need.confirmations, until) !== null || helpOf(need, until) !== null;

/** The member said so: a confirm, or thanks after the help. */
export function isConfirmed(need: TimelineNeed, until: number): boolean {
  if (confirmedAt(need.confirmations, until) !== null) return true;
  const help = helpOf(need, until);
  const reach = THRESHOLDS.help.thankedWithinHours * HOUR_MS;
  return help !== null && need.thankedAt.some(at => at > help.at && at - help.at <= reach && at <= until);
}
