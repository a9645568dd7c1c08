import { createThread } from '../analysis/attribute.ts';
import { dayFromNumber, dayNumberAt } from '../analysis/day-number.ts';
import { foldDay } from '../analysis/fold-day.ts';
import { type GroupDay, mergeDays } from '../analysis/group-day.ts';
import type { GroupHistory } from '../analysis/group-history.ts';
import { mentionedBy } from '../analysis/mentioned.ts';
import { byTime } from '../analysis/message-order.ts';
import { type Roster, rosterOf } from '../analysis/roster.ts';
import { isNeed } from '../analysis/said.ts';
import { factOf, SUBSTANCE_VERSION } from '../analysis/substance.ts';
import type { Message, MessageFact, ReplyEdge } from '../message.ts';
import { describeGroups, type GroupFrame } from './describe-groups.ts';
import { withCopies } from './elsewhere.ts';
import type { Labeller } from './labeller.ts';
import type { LineOf } from './line.ts';
import { packDay } from './packed-day.ts';
import { rememberLabels } from './remember-labels.ts';
import { createReorder, type Reorder } from './reorder.ts';
import { REORDER_REACH, type Survey } from './survey.ts';

/** Sees every message in the order in which it is folded, its text still there, and whom it answers. */
export type Seen = (message: Message, edges: ReplyEdge[]) => void;

/** Folds the messages of an archive, handed in one by one, into the histories of its groups. */
export interface Folding {
  push(line: LineOf<'message'>): void;
  /** Judges lines that are pushed next, all in a row, which is faster than one by one; changes nothing else. */
  judgeAhead(lines: readonly LineOf<'message'>[]): void;
  done(): GroupHistory[];
}

const COMMAND =
  /^(?:进度|记录|服务|联系人|我的数据|帮助|解决了|没解决|满意|基本满意|不满意|(?:接|转|等|办结|收到|批示|进度)\s*\d+.*|\d)$/u;

/** A word said to the bot alone: it is mentioned, and nothing else stands there but one of its commands. */
const isCommand = (text: string, mentionsBot: boolean): boolean =>
  mentionsBot && COMMAND.test(text.replace(/@\S+/gu, '').trim());

/** Names in one group → person ids, for chats that carry no mentions; a name that two people share is left out. */
function namesIn(frame: GroupFrame, nameOf: ReadonlyMap<string, string>): Map<string, string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const id of frame.roles.keys()) {
    const name = nameOf.get(id);
    if (!name) continue;
    if (names.has(name)) shared.add(name);
    names.set(name, id);
  }
  for (const name of shared) names.delete(name);
  return names;
}

interface GroupFolding {
  frame: GroupFrame;
  intake: Reorder<Message>;
  /** Ends the day that is still open, and hands out all days in order. */
  finish(): GroupDay[];
}

/** One group's fold: a day is folded and its messages forgotten as soon as the next day begins. */
function foldGroup(frame: GroupFrame, roster: Roster, reach: number, seen: Seen): GroupFolding {
  const groupId = frame.group.id;
  const thread = createThread({ groupId, roster });
  const days = new Map<string, GroupDay>();
  let open: { number: number; day: string; messages: Message[]; edges: ReplyEdge[] } | null = null;

  const closeDay = () => {
    if (!open) return;
    const row = foldDay({ groupId, day: open.day }, open.messages, open.edges, roster);
    const known = days.get(open.day);
    days.set(open.day, packDay(known ? mergeDays(known, row) : row));
    open = null;
  };
  const take = (message: Message) => {
    const number = dayNumberAt(message.sentAt.getTime());
    if (open?.number !== number) closeDay();
    open ??= { number, day: dayFromNumber(number), messages: [], edges: [] };
    const edges = thread.push(message, isNeed(message, roster));
    seen(message, edges);
    open.messages.push({ ...message, text: null });
    open.edges.push(...edges);
  };
  const intake = createReorder<Message>(reach, byTime, take);
  return {
    frame,
    intake,
    finish() {
      intake.flush();
      closeDay();
      return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
    },
  };
}

/** Who may speak and be spoken to in one group. */
interface Circle {
  roster: Roster;
  /** Names → person ids. */
  namesOf: ReadonlyMap<string, string>;
  /** One string for every id, however many lines spell it: days keep it for each speaker. */
  ids: ReadonlyMap<string, string>;
}

const circleOf = (frame: GroupFrame, roster: Roster, nameOf: ReadonlyMap<string, string>): Circle => ({
  roster,
  namesOf: namesIn(frame, nameOf),
  ids: new Map([...frame.roles.keys()].map(id => [id, id])),
});

/** Everything a message is once it was read; our own exports carry the fact of a text that is gone. */
function readMessage(line: LineOf<'message'>, { roster, namesOf, ids }: Circle, labeller: Labeller): Message {
  const message: Message = {
    id: line.id,
    placeId: line.group,
    isPrivate: false,
    senderId: ids.get(line.sender) ?? line.sender,
    sentAt: line.sentAt,
    receivedAt: line.sentAt,
    kind: line.kind,
    text: line.text,
    replyToId: line.replyTo,
    mentions: line.mentions.map(id => ids.get(id) ?? id),
    mentionsBot: line.mentions.some(id => roster.get(id) === 'bot'),
    redeliveryOf: null,
    fact: carriedFact(line, labeller.version),
    trace: '',
  };
  message.mentions = mentionedBy(message, roster, namesOf);
  message.fact ??= makeFact(message, labeller);
  return message;
}

/** The fact that a line of our own exports carries, where its text is gone or was judged as it would be now. */
const carriedFact = ({ text, fact }: LineOf<'message'>, version: string): MessageFact | null =>
  fact && (text === null || fact.version === version) ? fact : null;

function makeFact({ kind, text, mentionsBot }: Message, { version, labelOf }: Labeller): MessageFact {
  const said = kind === 'text' ? text : null;
  const labelled = said === null ? { label: 'chatter' as const, confidence: 1 } : labelOf(said);
  const isCommandToBot = said !== null && isCommand(said, mentionsBot);
  return factOf({ text, kind, isCommandToBot }, labelled, version);
}

/** The second reading of an archive, after its survey. Its memory grows with days and speakers, not with texts. */
export function createFolding(survey: Survey, given: Labeller, seen: Seen = () => undefined): Folding {
  const version = `${SUBSTANCE_VERSION} ${given.version}`;
  const labeller = rememberLabels({ ...given, version });
  const nameOf = new Map(
    survey.lines.filter(line => line.type === 'person').map(line => [line.id, line.name]),
  );
  const groups = new Map(
    describeGroups(survey).map(frame => {
      const roster = rosterOf(frame);
      const reach = survey.heard.get(frame.group.id)?.isDisordered ? Number.POSITIVE_INFINITY : REORDER_REACH;
      const folding = foldGroup(frame, roster, reach, seen);
      return [frame.group.id, { folding, circle: circleOf(frame, roster, nameOf) }] as const;
    }),
  );
  return {
    judgeAhead(lines) {
      const open = lines.filter(line => line.kind === 'text' && carriedFact(line, version) === null);
      labeller.judgeAhead(open.flatMap(line => line.text ?? []));
    },
    push(line) {
      const group = groups.get(line.group);
      if (group) group.folding.intake.push(readMessage(line, group.circle, labeller));
    },
    done: () =>
      withCopies([...groups.values()].map(({ folding }) => ({ ...folding.frame, days: folding.finish() }))),
  };
}
