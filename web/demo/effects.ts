import type { Db } from '../../db/connect.ts';
import { type Happenings, happenedSince, latestScores, namesById } from '../../db/happenings.ts';
import { type JobRun, latestJobRuns } from '../../db/job-runs.ts';
import { STATE_WORDS } from '../../src/digest/state-words.ts';
import {
  addDays,
  dayOf,
  HOUR_MS,
  SHANGHAI_OFFSET_MS,
  startOfDay,
  weekdayOf,
  workdayFrom,
} from '../../src/time.ts';
import { ACTIONS, ACTS, JOB_COUNTS, LABELS, SAYINGS } from './effect-words.ts';
import type { Effect, GroupMood, Moment } from './face.ts';

const MOST = 120;

const clockOf = (at: Date): string => new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);

function decisionEffect(row: Happenings['decided'][number], names: ReadonlyMap<string, string>): Effect {
  const label = row.labelled?.label ?? row.label;
  const sure = row.labelled && row.label ? `，${Math.round(row.labelled.confidence * 100)}%把握` : '';
  const waits = row.offerAt ? `，${clockOf(row.offerAt)}前没人回就问要不要记` : '';
  const isCommand = row.labelled?.substance === 'command';
  const says = isCommand ? '对机器人说的话' : `${label ? LABELS[label] : '没读懂'}${sure}`;
  return {
    id: `decision/${row.messageId}`,
    at: row.at,
    trace: row.trace,
    kind: 'decision',
    title: `听${names.get(row.saidById) ?? ''}说`,
    says: isCommand ? says : `${says} → ${ACTIONS[row.action] ?? row.action}${waits}`,
    state: null,
  };
}

function ticketEffect(row: Happenings['acted'][number], names: ReadonlyMap<string, string>): Effect {
  const stars = row.act === 'rate' && row.data.stars ? `：${row.data.stars}分` : '';
  const words = row.act === 'open' ? `：${row.topic}` : row.data.text ? `：${row.data.text}` : '';
  // Who rated is never shown with the rating.
  const by = row.byId && row.act !== 'rate' ? `（${names.get(row.byId) ?? ''}）` : '';
  return {
    id: `ticket/${row.ticketId}/${row.seq}`,
    at: row.at,
    trace: row.trace,
    kind: 'ticket',
    title: `第${row.number}件`,
    says: `${ACTS[row.act]}${stars}${words}${by}`,
    state: null,
  };
}

function stateOfSaying(row: Happenings['sayings'][number]): string {
  if (row.state === 'queued') return `排队，${clockOf(row.notBefore)}起`;
  if (row.state === 'sending') return '正在发';
  if (row.state === 'sent') return '已发出';
  if (row.state === 'confirmed') return '已发出，确认送到';
  return row.state === 'failed' ? `没发：${row.reason ?? ''}` : '不确定发没发出，不再重发';
}

function sayingEffect(row: Happenings['sayings'][number], names: ReadonlyMap<string, string>): Effect {
  const title = SAYINGS.find(([prefix]) => row.key.startsWith(prefix))?.[1] ?? '要说的话';
  const place = names.get(row.placeId) ?? '';
  return {
    id: `saying/${row.id}`,
    at: row.createdAt,
    trace: row.trace,
    kind: 'saying',
    title: `${title} → ${row.isPrivate ? `私聊${place}` : place}`,
    says: row.kind === 'image' ? '［图片］' : row.text,
    state: stateOfSaying(row),
  };
}

type Scored = Awaited<ReturnType<typeof latestScores>>;

const weekWord = (week: string): string => `第${Number(week.slice(6))}周`;

/** One line for a night's scoring of all groups. */
function scoreEffects(scored: Scored, since: Date): Effect[] {
  const at = new Date(Math.max(0, ...scored.map(row => row.scoredAt.getTime())));
  const week = scored.at(-1)?.week;
  if (!week || at < since) return [];
  const counts = new Map<string, number>();
  for (const { analysis } of scored) {
    const { word } = STATE_WORDS[analysis.state];
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const says = `${scored.length}个群：${[...counts].map(([word, count]) => `${word}${count}`).join('、')}`;
  const title = `${weekWord(week)}评分`;
  return [{ id: `score/${at.getTime()}`, at, trace: '', kind: 'score', title, says, state: null }];
}

const digestEffect = (row: Happenings['composed'][number], names: ReadonlyMap<string, string>): Effect => ({
  id: `digest/${row.leaderId}/${row.unitId}/${row.week}`,
  at: row.at,
  trace: '',
  kind: 'digest',
  title: `${weekWord(row.week)}周报`,
  says: `给${names.get(row.leaderId) ?? ''}写好了`,
  state: null,
});

function jobEffect({ job, id, startedAt, report, error }: JobRun, titles: JobTitles): Effect {
  const counts = Object.entries(report ?? {}).filter(([, count]) => count !== 0);
  const says = counts.map(([name, count]) => (JOB_COUNTS[name] ?? `${name}几`).replace('几', String(count)));
  return {
    id: `job/${job}/${id}`,
    at: startedAt,
    trace: '',
    kind: 'job',
    title: titles.get(job) ?? job,
    says: error ?? says.join('，'),
    state: null,
  };
}

/** Scores and digests have lines of their own. */
const isToldApart = ({ report, error }: JobRun): boolean =>
  error === null && Object.keys(report ?? {}).every(name => name === 'scored' || name === 'digests');

/** Name of a job → what it does, in Chinese. */
export type JobTitles = ReadonlyMap<string, string>;

/** The latest of everything done since `since`, in plain Chinese, oldest first. */
export async function readEffects(db: Db, since: Date, titles: JobTitles): Promise<Effect[]> {
  const { decided, acted, sayings, composed } = await happenedSince(db, since, MOST);
  const runs = (await latestJobRuns(db, MOST)).filter(run => run.startedAt >= since && !isToldApart(run));
  const scored = await latestScores(db);
  const names = await namesById(db);
  // Latest first, and of one moment the consequence before its cause: turned round below.
  const effects = [
    ...composed.map(row => digestEffect(row, names)),
    ...sayings.map(row => sayingEffect(row, names)),
    ...acted.map(row => ticketEffect(row, names)),
    ...decided.map(row => decisionEffect(row, names)),
    ...scoreEffects(scored, since),
    ...runs.map(run => jobEffect(run, titles)),
  ];
  return effects
    .reverse()
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(-MOST);
}

/** The mood of every group as last scored. */
export const readMoods = async (db: Db): Promise<GroupMood[]> =>
  (await latestScores(db)).map(({ groupId, analysis }) => ({
    id: groupId,
    band: analysis.band,
    word: STATE_WORDS[analysis.state].word,
  }));

const OPENS_MS = 9 * HOUR_MS;

/** Nine o'clock on the next working day and on the next Monday. */
export function momentsAfter(now: Date): Moment[] {
  const atNine = (day: string) => new Date(startOfDay(day).getTime() + OPENS_MS);
  const today = dayOf(now);
  const isEarly = now < atNine(today);
  const monday = addDays(today, isEarly && weekdayOf(today) === 1 ? 0 : 8 - weekdayOf(today));
  const workday = workdayFrom(isEarly ? today : addDays(today, 1));
  return [
    { label: '到下个工作日9:00', to: atNine(workday) },
    { label: '到周一9:00', to: atNine(monday) },
  ];
}
