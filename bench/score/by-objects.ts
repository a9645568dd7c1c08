import type Database from 'better-sqlite3';
import { dayNumberAt, workdaysAfter } from '../../src/analysis/day-number.ts';
import { isQuiet } from '../../src/analysis/measures/m03-activity.ts';
import { burstinessOf } from '../../src/analysis/measures/m05-regularity.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/time.ts';
import { CADRE, type Row, SAID, VOICE } from './rows.ts';
import type { Six } from './six.ts';

/*
 * The named peer: every message of a group read as an object, and M1 to M6 with the state of the day reckoned from these
 * objects in plain JavaScript, written apart from src/analysis. Facts and reply edges stand in the table, so nothing is classified.
 */
const isSubstantive = (row: Row) =>
  row.said === SAID.answer || row.said === SAID.words || row.said === SAID.greeting;
const isOfMember = (row: Row) => row.voice === VOICE.member || row.voice === VOICE.volunteer;

function countOnce(rows: Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter(row => {
    if (!isSubstantive(row)) return false;
    if (row.said === SAID.answer) return true;
    const key =
      row.said === SAID.greeting ? `${row.sender} greeting` : `${row.sender} ${row.fingerprint ?? row.id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function burstsOf(posts: Row[], rows: Row[]) {
  const bursts: { day: number; end: number; ids: Set<number>; echo: boolean }[] = [];
  for (const post of posts) {
    const last = bursts.at(-1);
    const day = dayNumberAt(post.at);
    if (last && last.day === day && post.at - last.end <= 10 * MINUTE_MS) {
      last.end = post.at;
      last.ids.add(post.id);
    } else bursts.push({ day, end: post.at, ids: new Set([post.id]), echo: false });
  }
  const burstOf = new Map(bursts.flatMap(burst => [...burst.ids].map(id => [id, burst] as const)));
  let next = 0;
  for (const row of rows) {
    while ((bursts[next]?.end ?? Number.POSITIVE_INFINITY) <= row.at) next++;
    if (!isOfMember(row) || !isSubstantive(row)) continue;
    const before = bursts[next - 1];
    const quoted = row.replyTo === null ? undefined : burstOf.get(row.replyTo);
    const meant = quoted ?? (row.mentions === CADRE ? before : undefined);
    if (meant && row.at >= meant.end && row.at - meant.end <= 24 * HOUR_MS) meant.echo = true;
    if (before && row.at - before.end <= 30 * MINUTE_MS) before.echo = true;
  }
  return bursts;
}

function helpIn(rows: Row[]) {
  const needs = new Map<string, Row[]>();
  const answersTo = new Map<number, Row[]>();
  const unsolvedBy = new Map<number, Row[]>();
  const add = <K>(map: Map<K, Row[]>, key: K, row: Row) => {
    const known = map.get(key);
    if (known) known.push(row);
    else map.set(key, [row]);
  };
  for (const row of rows) {
    if (row.label > 0) add(needs, `${row.sender} ${row.fingerprint ?? row.id}`, row);
    if (row.mark === 2) add(unsolvedBy, row.sender, row);
    if (row.replyTo !== null && row.confidence >= 90 && row.voice !== VOICE.bot)
      add(answersTo, row.replyTo, row);
  }
  const isSpoiled = (answer: Row, need: Row, tellings: Row[]) =>
    [...(unsolvedBy.get(need.sender) ?? []), ...tellings].some(
      spoil => spoil.at > need.at && spoil.at > answer.at && spoil.at - answer.at <= 48 * HOUR_MS,
    );
  const isHelped = (tellings: Row[]) =>
    tellings.some(need =>
      (answersTo.get(need.id) ?? []).some(
        answer => answer.sender !== need.sender && answer.at >= need.at && !isSpoiled(answer, need, tellings),
      ),
    );
  return { needs: needs.size, help: [...needs.values()].filter(isHelped).length };
}

function rawOf(six: Omit<Six, 'raw'>, size: number, gaps: number[]): Six['raw'] {
  const quiet = isQuiet(size, six.activeDays, six.speakers / size);
  const share = six.posts / Math.max(1, six.posts + six.memberMessages);
  const echo = six.bursts > 0 ? six.echoed / six.bursts : 1;
  if (share >= 0.8 && echo < 0.1 && six.bursts >= 4) return 'one-way';
  const silent = six.messages < 4 || six.weeks <= 1;
  const helpless = six.help === 0;
  if (silent && helpless && quiet) return 'cold';
  if (helpless && !quiet && six.needs >= 3) return 'busy-no-help';
  const burstiness = burstinessOf(gaps);
  if (six.messages >= 4 && (six.longestGap > 10 || (burstiness !== null && burstiness > 0.5)))
    return 'bursty';
  return Number(silent) + Number(helpless) + Number(quiet) >= 2 ? 'cooling' : 'healthy';
}

/** M1 to M6 of one group from its messages; `lastDay` is a day number, 30 days end with it. */
export function sixOfObjects(rows: Row[], { size, lastDay }: { size: number; lastDay: number }): Six {
  const posts = rows.filter(row => row.voice === VOICE.cadre);
  const cadre = countOnce(posts);
  const members = countOnce(rows.filter(isOfMember));
  const bursts = burstsOf(posts, rows);
  const days = [...new Set(cadre.map(row => dayNumberAt(row.at)))];
  const gapsOf = (points: number[]) =>
    points.slice(1).map((day, at) => workdaysAfter(points[at] ?? day, day));
  const weeks = new Set(days.map(day => Math.floor((lastDay - day) / 7)).filter(week => week < 4));
  const six = {
    messages: cadre.length,
    weeks: weeks.size,
    ...helpIn(rows),
    memberMessages: members.length,
    speakers: new Set(members.map(row => row.sender)).size,
    activeDays: new Set(members.map(row => dayNumberAt(row.at))).size,
    longestGap: Math.max(0, ...gapsOf([lastDay - 29, ...days, lastDay])),
    posts: posts.length,
    bursts: bursts.length,
    echoed: bursts.filter(burst => burst.echo).length,
  };
  return { ...six, raw: rawOf(six, size, gapsOf(days)) };
}

/** Loads every message of every group as an object, group by group, and reckons. */
export function scoreByObjects(raw: Database.Database, lastDay: number): Map<number, Six> {
  const since = (lastDay - 29) * DAY_MS - 8 * HOUR_MS;
  const messages = raw.prepare<[number, number], Row>(
    'select id, at, sender, voice, said, fingerprint, label, reply_to as replyTo, confidence, mentions, mark from messages where group_id = ? and at >= ? order by group_id, at, id',
  );
  const groups = raw
    .prepare<[], { id: number; size: number }>('select id, size from groups order by id')
    .all();
  return new Map(
    groups.map(({ id, size }) => [id, sixOfObjects(messages.all(id, since), { size, lastDay })]),
  );
}
