import { isBad } from '../analysis/state.ts';
import { addDays, dayOf, weekOf } from '../time.ts';
import { changesOf } from './changes.ts';
import { chartOf } from './chart-of.ts';
import type { Digest, DigestInput } from './digest-input.ts';
import { gravestOf, groupLines } from './group-lines.ts';
import { sayTheme } from './say-theme.ts';
import { sayWeek } from './say-week.ts';
import { sayChanges, sayCounts, sayHelped, sayPraise, sayWaiting } from './sentences.ts';
import { shortName } from './short-name.ts';

/** One phone screen. */
const LONGEST = 300;
const LONGEST_NAME = 14;
/** A longer address would eat what it leads to. */
const LONGEST_HREF = 60;
/** Room that each group which needs the leader is given before a closing line, up to a limit. */
const ROOM_A_GROUP = 40;
const ROOM_FOR_GROUPS = 190;

/** What is given up where the room is short, the first of these first; the groups that need the leader come last. */
const GIVEN_UP = [
  'replies',
  'href',
  'quote',
  'praise',
  'theme',
  'changes',
  'topics',
  'helped',
  'waiting',
] as const;
type Part = (typeof GIVEN_UP)[number];

const lengthOf = (text: string): number => [...text].length;

const judgedIn = ({ groups }: DigestInput) => groups.filter(group => group.state !== 'exempt');

/** What the week is called at `now`: 上周 is true for one week only. */
const sayThatWeek = (week: string, now: Date): string =>
  weekOf(addDays(dayOf(now), -7)) === week ? '上周' : sayWeek(week);

const titleOf = ({ unitName, week }: DigestInput): string =>
  `${shortName(unitName, LONGEST_NAME)}周报 ${sayWeek(week)}`;

/** Nothing that the leader has to look after: neither a group nor a matter nor a task. */
function isCalm(input: DigestInput): boolean {
  const { overdue, straightUp, improvements } = input;
  const isWaited = overdue.length > 0 || straightUp.length > 0 || improvements.overdue > 0;
  return !isWaited && !input.groups.some(group => isBad(group.state)) && changesOf(input).worse.length === 0;
}

function quietLine(input: DigestInput, head: string, now: Date): string {
  const judged = judgedIn(input);
  const unknown = judged.filter(group => group.state === 'unknown').length;
  if (judged.length === 0) return `${head}还没有可看的群。`;
  if (unknown === judged.length) return `${head}${judged.length}个群都还看不清，记录还不够。`;
  const { persons } = input.helped;
  const helped = persons > 0 ? `，帮到${persons}人` : '';
  const calm = `${sayThatWeek(input.week, now)}没有要您操心的事${helped}。`;
  const unclear = unknown > 0 ? `${unknown}个群还看不清。` : '';
  return `${head}${calm}${unclear}${sayPraise(input)}${sayTheme(input.themes, false)}`;
}

/** The lines after the groups, without the parts that were given up. */
function tailOf(input: DigestInput, now: Date, gone: ReadonlySet<Part>): string[] {
  const { href, firstNumber: first = 1 } = input;
  const lines: Record<Exclude<Part, 'quote' | 'topics'>, string> = {
    waiting: sayWaiting(input),
    helped: sayHelped(input, sayThatWeek(input.week, now), !gone.has('topics')),
    changes: sayChanges(changesOf(input)),
    theme: sayTheme(input.themes, !gone.has('quote')),
    praise: sayPraise(input),
    href: href !== null && href.length <= LONGEST_HREF ? `看明细：${href}` : '',
    replies: input.groups.some(group => isBad(group.state))
      ? `回"详 ${first}"看缘由，回"改进 ${first}"布置改进。`
      : '',
  };
  const isKept = (part: string): boolean => ![...gone].some(each => each === part);
  return Object.entries(lines).flatMap(([part, line]) => (isKept(part) && line !== '' ? [line] : []));
}

/** The fullest tail that leaves the groups their room. */
function fitTail(input: DigestInput, now: Date, opening: string): { tail: string[]; room: number } {
  const count = input.groups.filter(group => isBad(group.state)).length;
  const least = Math.min(ROOM_FOR_GROUPS, ROOM_A_GROUP * count);
  for (let given = 0; given < GIVEN_UP.length; given++) {
    const tail = tailOf(input, now, new Set(GIVEN_UP.slice(0, given)));
    const room = LONGEST - lengthOf([opening, ...tail].join('\n')) - 1;
    if (room >= least) return { tail, room };
  }
  return { tail: [], room: LONGEST - lengthOf(opening) - 1 };
}

/** 周报 of one leader's week; pure, so that the same week always says the same. Never a ranking, never a person. */
export function composeDigest(input: DigestInput, now: Date): Digest {
  const chart = chartOf(input, titleOf(input));
  const head = `${titleOf(input)}${input.isLate ? '（发晚了）' : ''}：`;
  const judged = judgedIn(input);
  const isQuiet = isCalm(input);
  if (isQuiet) return { text: quietLine(input, head, now), isQuiet, numbered: [], chart };
  const opening = `${head}${sayCounts(judged, input.groups.length - judged.length)}`;
  const { tail, room } = fitTail(input, now, opening);
  const inCare = judged.filter(group => isBad(group.state));
  const lines = groupLines(inCare, room, input.firstNumber ?? 1);
  const groups = new Map(input.groups.map(group => [group.groupId, group]));
  const numbered = chart.rows.map(({ number, groupId }) => {
    const group = groups.get(groupId);
    return { number, groupId, detector: (group && gravestOf(group)?.detector) ?? null };
  });
  return { text: [opening, ...lines, ...tail].join('\n'), isQuiet, numbered, chart };
}
