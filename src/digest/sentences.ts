import type { GroupAnalysis } from '../analysis/group-analysis.ts';
import { isBad } from '../analysis/state.ts';
import { sayLength, shorten } from '../texts/moments.ts';
import type { Changes } from './changes.ts';
import type { DigestInput } from './digest-input.ts';
import { SHOWN_STATES, STATE_WORDS } from './state-words.ts';

const NAMES_SHOWN = 2;
const NAME_LENGTH = 9;
const WHY_LENGTH = 16;
const TOPIC_LENGTH = 10;

/** `12个群，3个冷群，1个还看不清。` */
export function sayCounts(judged: readonly GroupAnalysis[], exempt: number): string {
  const countOf = (state: GroupAnalysis['state']) => judged.filter(group => group.state === state).length;
  const counts = SHOWN_STATES.filter(state => isBad(state) && countOf(state) > 0).map(
    state => `${countOf(state)}个${STATE_WORDS[state].word}`,
  );
  const unknown = countOf('unknown');
  const all = [
    `${judged.length}个群`,
    ...counts,
    ...(unknown > 0 ? [`${unknown}个还看不清`] : []),
    ...(exempt > 0 ? [`另${exempt}个不评`] : []),
  ];
  return `${all.join('，')}。`;
}

function sayNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).map(name => shorten(name, NAME_LENGTH));
  return `${shown.join('、')}${names.length > NAMES_SHOWN ? `等${names.length}个` : ''}`;
}

/** What got better and worse since the week before; empty when nothing did. */
export const sayChanges = ({ better, worse }: Changes): string =>
  [better.length ? `好转：${sayNames(better)}。` : '', worse.length ? `变差：${sayNames(worse)}。` : ''].join(
    '',
  );

/** The first group with its reason, and how many more; empty when there is none. */
export function sayPraise(praise: DigestInput['praise']): string {
  const [first] = praise;
  if (!first) return '';
  const more = praise.length > 1 ? `等${praise.length}个群` : '';
  return `该表扬：${shorten(first.name, NAME_LENGTH)}（${shorten(first.why, WHY_LENGTH)}）${more}。`;
}

/** Who was helped, what is open, what is overdue. */
export function sayTickets({ helped, openTickets, overdue }: DigestInput, thatWeek: string): string {
  const people = helped.persons > 0 ? `帮到${helped.persons}人` : '没有帮到人的记录';
  const open = openTickets > 0 ? `，在办${openTickets}件` : '';
  const [first] = overdue;
  if (!first) return `${thatWeek}${people}${open}。`;
  const topic = `第${first.number}件${shorten(first.topic, TOPIC_LENGTH)}已过${sayLength(first.overdueMs)}`;
  return `${thatWeek}${people}${open}，超时${overdue.length}件：${topic}${overdue.length > 1 ? '等' : ''}。`;
}
