import { calendarOfUnit } from '../../db/calendars.ts';
import { type Group, groupById, groupIdsOfMember } from '../../db/groups.ts';
import { keepText } from '../../db/messages.ts';
import { openTicket, type PlacedTicket } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { newId } from '../../src/ids.ts';
import { dueAfter, type LimitClass, limitMs } from '../../src/limits.ts';
import { maskNumbers } from '../../src/mask.ts';
import { toMember } from '../../src/texts.ts';
import type { TicketKind } from '../../src/ticket.ts';
import { topicOf } from '../../src/understanding/topic.ts';
import type { Turn } from '../turn.ts';
import { keptPrivate } from './private-matter.ts';

/** What a ticket of a special kind is opened with, by whoever speaks. */
export interface KindOpening {
  kind: TicketKind;
  group: Group;
  topic: string;
  limitClass: LimitClass;
  assigneeId: string | null;
  /** Where its requester is answered. */
  placeId: string;
  messageId?: string | null;
  about?: string | null;
}

/** The group whose people answer for the speaker: where it was said, else the member's own. */
export async function groupOfSpeaker({ tx, group, person }: Turn): Promise<Group> {
  if (group) return group;
  const [groupId] = await groupIdsOfMember(tx, person.id);
  const own = groupId ? await groupById(tx, groupId) : null;
  if (!own) throw new Failure('no-such-group', toMember.whichGroup());
  return own;
}

/** Opens a suggestion, a resource gap, an improvement task or a straight-up word; the clock starts at the message. */
export async function openKind(turn: Turn, opening: KindOpening): Promise<PlacedTicket> {
  const { tx, message, person, now } = turn;
  const { kind, group, topic, limitClass, assigneeId, placeId, messageId = null, about = null } = opening;
  const calendar = await calendarOfUnit(tx, group.unitId, now);
  const ms = limitMs(limitClass, calendar);
  const terms = {
    limitClass,
    limitMs: ms,
    openedAt: message.sentAt,
    dueAt: dueAfter(message.sentAt, ms, calendar),
  };
  const said = { id: newId(now), kind, groupId: group.id, requesterId: person.id, topic, placeId };
  return openTicket(tx, { ...said, ...terms, assigneeId, messageId, about }, person.id, message.trace);
}

/** Opens what a member said: its text is kept, and a private matter is named neutrally and answered in private. */
export async function openForMember(
  turn: Turn,
  words: string,
  opening: Pick<KindOpening, 'kind' | 'group' | 'limitClass' | 'assigneeId'>,
): Promise<PlacedTicket> {
  const { tx, message } = turn;
  const kept = keptPrivate(turn, message, words);
  const topic = kept?.topic ?? topicOf(maskNumbers(words));
  await keepText(tx, message.placeId, message.id);
  return openKind(turn, {
    ...opening,
    topic,
    placeId: kept?.placeId ?? message.placeId,
    messageId: message.id,
  });
}
