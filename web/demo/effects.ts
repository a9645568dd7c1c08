import type { Db } from '../../db/connect.ts';
import { type Happenings, happenedSince, latestScores, namesById } from '../../db/happenings.ts';
import type { GroupState } from '../../src/analysis/group-analysis.ts';
import type { Label } from '../../src/message.ts';
import type { TicketAct } from '../../src/ticket.ts';
import { SHANGHAI_OFFSET_MS } from '../../src/time.ts';
import type { Effect, Effects } from './face.ts';

const MOST = 200;
/** What is committed a moment later than it was stamped is still seen. */
const OVERLAP_MS = 5000;

const STATE_WORDS: Record<GroupState, string> = {
  exempt: '不评',
  unknown: '未知',
  'one-way': '单向广播',
  cold: '冷群',
  'busy-no-help': '热闹无帮助',
  bursty: '突击式',
  cooling: '转冷',
  healthy: '正常',
};
const LABELS: Record<Label, string> = { question: '问题', request: '诉求', chatter: '闲聊' };
const ACTIONS: Record<string, string> = {
  answer: '有把握，直接回答',
  clarify: '不太确定，反问一次',
  offer: '提议记录下来',
  silent: '不插话',
  emergency: '紧急，马上给出报警电话',
  sensitive: '不宜公开，请到私下说',
};
const ACTS: Record<TicketAct, string> = {
  open: '记下了',
  accept: '有干部接了',
  assign: '指定了承办人',
  transfer: '转给别的干部',
  wait: '在等',
  resume: '接着办',
  extend: '延长了时限',
  answer: '在群里回了',
  close: '办结',
  ask: '去问群众解决没有',
  confirm: '群众说解决了',
  reopen: '群众说没解决，重新打开',
  rate: '收到评价',
  escalate: '上报领导',
  acknowledge: '领导说知道了',
  withdraw: '群众撤回',
};
const SAYINGS: readonly (readonly [prefix: string, title: string])[] = [
  ['answer/', '回答'],
  ['clarify/', '反问'],
  ['offer/', '提议记录'],
  ['emergency', '紧急'],
  ['sensitive/', '引到私下'],
  ['command/', '回话'],
  ['ticket-opened/', '告知编号'],
  ['ticket-card/', '派给干部'],
  ['ticket-closed/', '问解决没有'],
  ['ticket-news/', '告知进展'],
  ['close-proposed/', '问干部算不算办结'],
  ['remind', '催办'],
  ['escalation/', '上报'],
  ['digest', '周报'],
  ['mirror/', '给干部的小结'],
  ['notice/', '进群告知'],
  ['welcome/', '欢迎新人'],
  ['friend-hello/', '打招呼'],
];

const clockOf = (at: Date): string => new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);

function decisionEffect(row: Happenings['decided'][number], names: ReadonlyMap<string, string>): Effect {
  const label = row.labelled?.label ?? row.label;
  const sure = row.labelled && row.label ? `，${Math.round(row.labelled.confidence * 100)}%把握` : '';
  const waits = row.offerAt ? `，${clockOf(row.offerAt)}前没人回就问要不要记` : '';
  const isCommand = row.labelled?.substance === 'command';
  const says = isCommand ? '对机器人说的话' : `${label ? LABELS[label] : '没读懂'}${sure}`;
  return {
    id: `decision/${row.messageId}`,
    at: row.at.toISOString(),
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
    at: row.at.toISOString(),
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
    at: row.createdAt.toISOString(),
    trace: row.trace,
    kind: 'saying',
    title: `${title} → ${row.isPrivate ? `私聊${place}` : place}`,
    says: row.kind === 'image' ? '［图片］' : row.text,
    state: stateOfSaying(row),
  };
}

type Scored = Awaited<ReturnType<typeof latestScores>>;

/** One line for a night's scoring of all groups. */
function scoreEffects(scored: Scored, since: Date): Effect[] {
  const latest = scored.reduce((at, row) => Math.max(at, row.scoredAt.getTime()), 0);
  const week = scored.at(-1)?.week;
  if (!week || latest < since.getTime()) return [];
  const counts = new Map<string, number>();
  for (const { analysis } of scored) {
    const word = STATE_WORDS[analysis.state];
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [
    {
      id: `score/${week}`,
      at: new Date(latest).toISOString(),
      trace: '',
      kind: 'score',
      title: `第${week.slice(6)}周评分`,
      says: `${scored.length}个群：${[...counts].map(([word, count]) => `${word}${count}`).join('、')}`,
      state: null,
    },
  ];
}

const digestEffect = (row: Happenings['composed'][number], names: ReadonlyMap<string, string>): Effect => ({
  id: `digest/${row.leaderId}/${row.week}`,
  at: row.at.toISOString(),
  trace: '',
  kind: 'digest',
  title: `第${row.week.slice(6)}周周报`,
  says: `给${names.get(row.leaderId) ?? ''}写好了`,
  state: null,
});

/** Everything done since `after`, in plain Chinese, oldest first; without `after` the latest of it. */
export async function readEffects(db: Db, after: Date | null, now: Date): Promise<Effects> {
  const since = new Date(after ? after.getTime() - OVERLAP_MS : 0);
  const { decided, acted, sayings, composed } = await happenedSince(db, since, MOST);
  const scored = await latestScores(db);
  const names = await namesById(db);
  const effects = [
    ...decided.map(row => decisionEffect(row, names)),
    ...acted.map(row => ticketEffect(row, names)),
    ...sayings.map(row => sayingEffect(row, names)),
    ...composed.map(row => digestEffect(row, names)),
    ...scoreEffects(scored, since),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {
    cursor: now.toISOString(),
    effects: effects.slice(-MOST),
    bands: Object.fromEntries(
      scored.map(({ groupId, analysis }) => [
        groupId,
        { band: analysis.band, word: STATE_WORDS[analysis.state] },
      ]),
    ),
  };
}
