import type { GroupAnalysis } from '../analysis/group-analysis.ts';
import { isBad } from '../analysis/state.ts';
import { sayLength, shorten } from '../texts/moments.ts';
import type { Changes } from './changes.ts';
import type { DigestInput } from './digest-input.ts';
import { lineWord } from './line-words.ts';
import { shortName } from './short-name.ts';
import { SHOWN_STATES, STATE_WORDS } from './state-words.ts';

const NAMES_SHOWN = 2;
const NAME_LENGTH = 9;
const WHY_LENGTH = 16;
const TOPIC_LENGTH = 10;
const LINES_SHOWN = 3;
const NUMBERS_SHOWN = 3;

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
  const shown = names.slice(0, NAMES_SHOWN).map(name => shortName(name, NAME_LENGTH));
  return `${shown.join('、')}${names.length > NAMES_SHOWN ? `等${names.length}个` : ''}`;
}

/** What got better and worse since the week before; empty when nothing did. */
export const sayChanges = ({ better, worse }: Changes): string =>
  [better.length ? `好转：${sayNames(better)}。` : '', worse.length ? `变差：${sayNames(worse)}。` : ''].join(
    '',
  );

/** The first group with its reason, how many more, and how many volunteers helped; empty when there is none. */
export function sayPraise({ praise, helped }: Pick<DigestInput, 'praise' | 'helped'>): string {
  const [first] = praise;
  const more = praise.length > 1 ? `等${praise.length}个群` : '';
  const groups = first
    ? [`${shortName(first.name, NAME_LENGTH)}（${shorten(first.why, WHY_LENGTH)}）${more}`]
    : [];
  const volunteers = helped.volunteers > 0 ? [`帮了人的${helped.volunteers}位志愿者`] : [];
  const all = [...groups, ...volunteers];
  return all.length > 0 ? `该表扬：${all.join('，')}。` : '';
}

/** `（物业5、就医3）`: persons by what they were helped with; what no line fits is counted at the end, never alone. */
function sayLines({ byLine }: DigestInput['helped']): string {
  const known = byLine.flatMap(({ line, persons }) => (line === null ? [] : [{ line, persons }]));
  if (known.length === 0) return '';
  const shown = known.slice(0, LINES_SHOWN).map(({ line, persons }) => `${lineWord(line)}${persons}`);
  const isAll = shown.length === byLine.length;
  return `（${shown.join('、')}${isAll ? '' : '等'}）`;
}

/** Who was helped in the week, in persons, and by topic where there is room. */
export function sayHelped(
  { helped }: Pick<DigestInput, 'helped'>,
  thatWeek: string,
  byLine: boolean,
): string {
  if (helped.persons === 0) return `${thatWeek}没有帮到人的记录。`;
  return `${thatWeek}帮到${helped.persons}人${byLine ? sayLines(helped) : ''}。`;
}

const sayOverdue = ([first, ...more]: DigestInput['overdue']): string[] =>
  first
    ? [
        `超时${more.length + 1}件：第${first.number}件${shorten(first.topic, TOPIC_LENGTH)}已过${sayLength(first.overdueMs)}${more.length > 0 ? '等' : ''}`,
      ]
    : [];

function sayStraightUp(numbers: DigestInput['straightUp']): string[] {
  if (numbers.length === 0) return [];
  const shown = numbers.slice(0, NUMBERS_SHOWN).join('、');
  return [`直报等您回音${numbers.length}件：第${shown}件${numbers.length > NUMBERS_SHOWN ? '等' : ''}`];
}

function sayImprovements({ open, overdue }: DigestInput['improvements']): string[] {
  if (open === 0) return [];
  return [`改进在办${open}件${overdue > 0 ? `，过期${overdue}件` : ''}`];
}

/** What waits: for the leader's own word first, then for the cadres; empty when nothing does. */
export function sayWaiting(input: DigestInput): string {
  const { openTickets, overdue, straightUp, improvements } = input;
  const open = openTickets > 0 ? [`在办${openTickets}件`] : [];
  const tickets = [...open, ...sayOverdue(overdue)].join('，');
  const all = [...sayStraightUp(straightUp), tickets, ...sayImprovements(improvements)].filter(
    said => said !== '',
  );
  return all.length > 0 ? `${all.join('；')}。` : '';
}
