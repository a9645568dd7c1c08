import { isDeepStrictEqual } from 'node:util';
import { verifyAudit } from '../../../db/audit.ts';
import { FORGOTTEN } from '../../../db/retention.ts';
import { REMINDERS_A_DAY } from '../../../src/reminder.ts';
import { openingOf, replay } from '../../../src/ticket.ts';
import { dayOf, isWorkingTime, minuteOfDay } from '../../../src/time.ts';
import { CAST } from './cast.ts';
import { type OutboxRow, outboxRows, type Seen } from './seen.ts';
import type { Stage } from './stage.ts';

type Row = Seen['rows'][number];
type Event = Seen['events'][number];

const QUIET_FROM = 21 * 60 + 30;
const QUIET_TO = 8 * 60;
const REMINDER = 'reminder/';

const actorOf = (id: string | null) => CAST.find(actor => actor.id === id);

/** The log alone tells the ticket; words whose retention has ended apart. */
function replayFaults(row: Row, events: readonly Event[]): string[] {
  const [first] = events;
  const opening = first ? openingOf(first, row.groupId) : null;
  if (!opening) return [`第${row.number}件 has no opening`];
  const { lookAt: _lookAt, placeId: _placeId, ...kept } = row;
  const wordless = row.topic === FORGOTTEN ? { topic: '', waitingReason: null } : {};
  const told = { ...replay(opening, events), ...wordless };
  if (isDeepStrictEqual(told, { ...kept, ...wordless })) return [];
  return [`第${row.number}件 is not what its log says: ${JSON.stringify(kept)} but ${JSON.stringify(told)}`];
}

/** Done, on somebody's desk, following one that is, or the leader was told: anything else is lost. */
function lostFaults(row: Row, rows: readonly Row[], outbox: readonly OutboxRow[]): string[] {
  const isWorkedOn = ({ state }: Row) => ['open', 'accepted', 'waiting'].includes(state);
  if (!isWorkedOn(row)) return [];
  const main = rows.find(({ number }) => number === row.duplicateOf);
  const isOnDesk = main ? isWorkedOn(main) && main.duplicateOf === null : row.duplicateOf === null;
  const isHeard =
    row.assigneeId !== null || outbox.some(({ key }) => key.startsWith(`escalation/${row.id}/`));
  return isOnDesk && isHeard ? [] : [`第${row.number}件 is lost: ${JSON.stringify({ row, main })}`];
}

function durationFaults(row: Row, events: readonly Event[]): string[] {
  const faults: string[] = [];
  for (const { act, data, seq } of events) {
    const { rawMs = 0, workingMs = 0, waitedMs = 0 } = data;
    const isSound =
      rawMs >= 0 && workingMs >= 0 && waitedMs >= 0 && workingMs <= rawMs && waitedMs <= workingMs;
    const isStamped = act === 'open' || (data.rawMs !== undefined && data.workingMs !== undefined);
    if (!isSound || !isStamped)
      faults.push(`第${row.number}件 ${act} ${seq}: durations ${JSON.stringify(data)}`);
  }
  if (row.dueAt < row.openedAt) faults.push(`第${row.number}件 was due before it was opened`);
  if (row.waitedMs < 0) faults.push(`第${row.number}件 waited ${row.waitedMs}`);
  const missed = events.filter(({ act }) => act === 'miss').map(({ data }) => data.dueAt);
  if (new Set(missed).size < missed.length) faults.push(`第${row.number}件 missed one limit twice`);
  if (missed.length !== row.missedTimes)
    faults.push(`第${row.number}件 counts ${row.missedTimes} missed limits`);
  return faults;
}

const MEMBERS_ACTS = ['confirm', 'reopen', 'rate', 'withdraw', 'attach'];
const LEADERS_ACTS = ['assign', 'acknowledge'];
const CADRES_ACTS = ['accept', 'transfer', 'wait', 'extend', 'close', 'link', 'unlink', 'resume'];

/** Every act in the log was done by somebody of whom it may be asked at all; the reference asks more closely. */
function strangerFaults(row: Row, events: readonly Event[]): string[] {
  return events.flatMap(({ act, byId }) => {
    if (byId === null) return [];
    const { role, leads } = actorOf(byId) ?? { role: 'unknown', leads: null };
    const isStaff = role.startsWith('cadre') || role === 'leader';
    const isOwn = byId === row.requesterId;
    const isFit =
      (MEMBERS_ACTS.includes(act) && isOwn) ||
      (LEADERS_ACTS.includes(act) && leads !== null) ||
      (CADRES_ACTS.includes(act) && isStaff) ||
      ((act === 'open' || act === 'escalate') && isOwn) ||
      (act === 'answer' && (isStaff || isOwn));
    return isFit ? [] : [`第${row.number}件: ${byId} did ${act}`];
  });
}

const isQuiet = (at: Date): boolean => {
  const minute = minuteOfDay(at);
  return minute >= QUIET_FROM || minute < QUIET_TO;
};

function sendFaults(stage: Stage, outbox: readonly OutboxRow[]): string[] {
  const { sent } = stage.channel;
  const rows = new Map(outbox.flatMap(row => (row.chatMessageId ? [[row.chatMessageId, row] as const] : [])));
  const faults: string[] = [];
  const done = outbox.filter(({ state }) => state === 'sent' || state === 'confirmed');
  if (done.length !== sent.length || rows.size !== sent.length)
    faults.push(`${sent.length} sends for ${done.length} rows`);
  for (const row of outbox) {
    if (row.attempts > 1) faults.push(`sent ${row.attempts} times: ${row.key}`);
    if (row.state === 'sending' || row.state === 'unknown') faults.push(`left in doubt: ${row.key}`);
    if (row.isPrivate && !actorOf(row.placeId)?.isContact)
      faults.push(`to somebody who is no friend: ${row.key}`);
  }
  for (const { id, at, isPrivate, placeId } of sent) {
    const row = rows.get(id);
    if (!row || row.placeId !== placeId || row.isPrivate !== isPrivate)
      faults.push(`said to the wrong place: ${row?.key}`);
    else if (!row.ignoresQuiet && isQuiet(at))
      faults.push(`said at night: ${row.key} at ${at.toISOString()}`);
    else if (row.key.startsWith(REMINDER) && !isWorkingTime(at))
      faults.push(`reminded out of hours: ${row.key}`);
  }
  return faults;
}

function reminderFaults(outbox: readonly OutboxRow[]): string[] {
  const days = new Map<string, number>();
  for (const { placeId, createdAt } of outbox.filter(row => row.key.startsWith(REMINDER))) {
    const day = `${placeId} ${dayOf(createdAt)}`;
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return [...days].flatMap(([day, times]) => (times > REMINDERS_A_DAY ? [`${times} reminders: ${day}`] : []));
}

/** All that must hold after any sequence; each sentence is something that does not. */
export async function checkInvariants(stage: Stage, seen: Seen): Promise<string[]> {
  const outbox = await outboxRows(stage.open.db);
  const audit = await verifyAudit(stage.open.db);
  const ofTickets = seen.rows.flatMap(row => {
    const events = seen.events.filter(event => event.ticketId === row.id);
    return [
      ...replayFaults(row, events),
      ...lostFaults(row, seen.rows, outbox),
      ...durationFaults(row, events),
      ...strangerFaults(row, events),
    ];
  });
  return [
    ...ofTickets,
    ...sendFaults(stage, outbox),
    ...reminderFaults(outbox),
    ...(audit.brokenAt === null ? [] : [`the audit chain breaks at ${audit.brokenAt}`]),
  ];
}
