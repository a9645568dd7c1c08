import { isBad } from '../analysis/state.ts';
import { shorten } from '../texts/moments.ts';
import { addDays, dayOf, weekOf } from '../time.ts';
import { changesOf } from './changes.ts';
import { chartOf } from './chart-of.ts';
import type { Digest, DigestInput } from './digest-input.ts';
import { gravestOf, groupLines } from './group-lines.ts';
import { sayWeek } from './say-week.ts';
import { sayChanges, sayCounts, sayPraise, sayTickets } from './sentences.ts';

/** One phone screen. */
const LONGEST = 300;
const LONGEST_NAME = 14;
/** A longer address would eat what it leads to. */
const LONGEST_HREF = 60;
/** Room that each group which needs the leader is given before a closing line, up to a limit. */
const ROOM_A_GROUP = 40;
const ROOM_FOR_GROUPS = 190;

const lengthOf = (text: string): number => [...text].length;

const judgedIn = ({ groups }: DigestInput) => groups.filter(group => group.state !== 'exempt');

/** What the week is called at `now`: 上周 is true for one week only. */
const sayThatWeek = (week: string, now: Date): string =>
  weekOf(addDays(dayOf(now), -7)) === week ? '上周' : sayWeek(week);

const titleOf = ({ unitName, week }: DigestInput): string =>
  `${shorten(unitName, LONGEST_NAME)}周报 ${sayWeek(week)}`;

function quietLine(input: DigestInput, head: string, now: Date): string {
  const judged = judgedIn(input);
  const unknown = judged.filter(group => group.state === 'unknown').length;
  if (judged.length === 0) return `${head}还没有可看的群。`;
  if (unknown === judged.length) return `${head}${judged.length}个群都还看不清，记录还不够。`;
  const calm = `${sayThatWeek(input.week, now)}没有要您操心的事。`;
  return unknown > 0 ? `${head}${calm}${unknown}个群还看不清。` : `${head}${calm}`;
}

/** The closing lines, those that may be given up last. */
function tailOf(input: DigestInput, now: Date): string[] {
  const { href } = input;
  return [
    sayTickets(input, sayThatWeek(input.week, now)),
    sayChanges(changesOf(input)),
    sayPraise(input.praise),
    href !== null && href.length <= LONGEST_HREF ? `看明细：${href}` : '',
  ].filter(line => line !== '');
}

/** Gives up closing lines from the end, never the first, until the groups have their room. */
function fitTail(head: string, tail: readonly string[], groups: number): { tail: string[]; room: number } {
  const least = Math.min(ROOM_FOR_GROUPS, ROOM_A_GROUP * groups);
  for (let count = tail.length; count >= 1; count--) {
    const kept = tail.slice(0, count);
    const room = LONGEST - lengthOf([head, ...kept].join('\n')) - 1;
    if (room >= least || count === 1) return { tail: kept, room };
  }
  return { tail: [], room: LONGEST - lengthOf(head) - 1 };
}

/** What can be said back, where it still fits. */
function withReplies(text: string, first: number | null): string {
  const replies = `\n回"详 ${first}"看缘由，回"改进 ${first}"布置改进。`;
  return first !== null && lengthOf(text) + lengthOf(replies) <= LONGEST ? text + replies : text;
}

/** 周报 of one leader's week; pure, so that the same week always says the same. Never a ranking, never a person. */
export function composeDigest(input: DigestInput, now: Date): Digest {
  const chart = chartOf(input, titleOf(input));
  const head = `${titleOf(input)}${input.isLate ? '（发晚了）' : ''}：`;
  const judged = judgedIn(input);
  const bad = judged.filter(group => isBad(group.state));
  const isQuiet = bad.length === 0 && input.overdue.length === 0 && changesOf(input).worse.length === 0;
  if (isQuiet) return { text: quietLine(input, head, now), isQuiet, numbered: [], chart };
  const opening = `${head}${sayCounts(judged, input.groups.length - judged.length)}`;
  const { tail, room } = fitTail(opening, tailOf(input, now), bad.length);
  const first = input.firstNumber ?? 1;
  const { lines, shown } = groupLines(bad, room, first);
  const numbered = shown.map((group, index) => ({
    number: first + index,
    groupId: group.groupId,
    detector: gravestOf(group)?.detector ?? null,
  }));
  const text = withReplies([opening, ...lines, ...tail].join('\n'), numbered.length > 0 ? first : null);
  return { text, isQuiet, numbered, chart };
}
