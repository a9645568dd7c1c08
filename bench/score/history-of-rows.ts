import type { GroupDay, Reply, Speaker } from '../../src/analysis/group-day.ts';
import { inOrder, orderReplies, orderSpeakers, SURE } from '../../src/analysis/group-day.ts';
import type { GroupHistory } from '../../src/analysis/group-history.ts';
import type { Voice } from '../../src/analysis/roster.ts';
import { isSubstantive } from '../../src/analysis/said.ts';
import { SAIDS } from '../../src/packs/names.ts';
import type { PersonRole } from '../../src/people.ts';
import { DAY_MS, dayOf } from '../../src/time.ts';
import { BOT, CADRE, type Row, VOICE } from './rows.ts';

const VOICES: readonly Voice[] = ['cadre', 'member', 'volunteer', 'bot'];
const idOf = (message: number): string => `m${String(message).padStart(7, '0')}`;

/** `p12`; the cadre is `c`, the bot `b`. */
export const personOf = (sender: number): string =>
  sender === CADRE ? 'c' : sender === BOT ? 'b' : `p${sender}`;

function replyOf(row: Row): Reply[] {
  if (row.confidence === 0) return [];
  const said = SAIDS[row.said] ?? 'other';
  return [
    {
      messageId: idOf(row.id),
      byId: personOf(row.sender),
      voice: VOICES[row.voice] ?? 'unknown',
      at: row.at,
      toMessageId: row.replyTo === null ? null : idOf(row.replyTo),
      toIds: row.mentions === null ? [] : [personOf(row.mentions)],
      rule: row.confidence === 100 ? 'quote' : row.confidence === 90 ? 'mention' : 'turn',
      confidence: row.replyTo === null ? SURE : row.confidence / 100,
      isSubstantive: isSubstantive(said),
      isHelpful: true,
    },
  ];
}

const postOf = (row: Row) => ({
  at: row.at,
  said: SAIDS[row.said] ?? ('other' as const),
  fingerprint: row.fingerprint === null ? null : String(row.fingerprint),
});

function speakersOf(rows: readonly Row[]): Speaker[] {
  const speakers = new Map<number, Speaker>();
  for (const row of rows) {
    if (row.voice === VOICE.cadre || row.voice === VOICE.bot) continue;
    const voice = VOICES[row.voice] ?? 'unknown';
    const speaker = speakers.get(row.sender) ?? { personId: personOf(row.sender), voice, posts: [] };
    speaker.posts.push(postOf(row));
    speakers.set(row.sender, speaker);
  }
  return orderSpeakers(speakers.values());
}

/** The day rows that folding these messages leaves. */
export function daysOfRows(groupId: string, rows: readonly Row[]): GroupDay[] {
  const byDay = new Map<number, Row[]>();
  for (const row of rows) {
    const day = Math.floor((row.at + 8 * 3_600_000) / DAY_MS);
    const own = byDay.get(day);
    if (own) own.push(row);
    else byDay.set(day, [row]);
  }
  return [...byDay.values()].map(own => ({
    groupId,
    day: dayOf(new Date(own[0]?.at ?? 0)),
    format: 1,
    cadrePosts: inOrder(
      own
        .filter(row => row.voice === VOICE.cadre)
        .map(row => ({ messageId: idOf(row.id), byId: 'c', ...postOf(row) })),
    ),
    speakers: speakersOf(own),
    needs: own
      .filter(row => row.label > 0)
      .map(row => ({
        messageId: idOf(row.id),
        byId: personOf(row.sender),
        at: row.at,
        label: row.label === 1 ? ('question' as const) : ('request' as const),
        fingerprint: row.fingerprint === null ? null : String(row.fingerprint),
      })),
    replies: orderReplies(own.flatMap(replyOf)),
    marks: own
      .filter(row => row.mark > 0)
      .map(row => ({
        messageId: idOf(row.id),
        byId: personOf(row.sender),
        at: row.at,
        says: row.mark === 1 ? ('thanks' as const) : ('not-solved' as const),
      })),
  }));
}

/** The history of a group that was seen from its first message on, a year old, with one cadre. */
export function historyOfRows(
  rows: readonly Row[],
  { id, size, seen }: { id: string; size: number; seen: { from: Date; to: Date } },
): GroupHistory {
  const roles = new Map<string, PersonRole>([
    ['c', 'cadre-full-time'],
    ['b', 'bot'],
  ]);
  for (let at = 1; at <= size; at++) roles.set(`p${at}`, at % 15 === 0 ? 'volunteer' : 'member');
  return {
    group: {
      id,
      name: '群',
      unitId: 'u',
      kind: 'grassroots',
      size,
      createdAt: new Date(seen.from.getTime() - 365 * DAY_MS),
      serviceLines: [],
    },
    cadreIds: ['c'],
    members: [],
    roles,
    links: [],
    contacts: [],
    tickets: [],
    improvements: [],
    survey: { asks: [], answers: [] },
    elsewhere: { kinds: ['grassroots'], fingerprints: [] },
    catalogue: null,
    faq: null,
    burden: null,
    observations: [seen],
    inspectionDays: [],
    days: daysOfRows(id, rows),
  };
}
