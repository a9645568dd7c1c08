import type { Answer, TimelineNeed } from '../analysis/needs.ts';
import { begin, type Column, type Columns, lengthOf } from './columns.ts';
import { LABELS, LIKENESSES, REFERENCES, RULES, SLOTS, VOICES } from './names.ts';
import { momentOf, personAt, startsOf } from './open-rows.ts';
import { rowsIn, type Span } from './span.ts';

function openAnswer(columns: Columns, row: number): Answer {
  const { i16, i32, u8 } = columns;
  return {
    messageId: REFERENCES.nameOf(i32[begin(columns, 'answerRef') + row] ?? 0),
    byId: personAt(columns, begin(columns, 'answerBy') + row),
    voice: VOICES[u8[begin(columns, 'answerVoice') + row] ?? 0] ?? 'unknown',
    rule: RULES[u8[begin(columns, 'answerRule') + row] ?? 0] ?? 'turn',
    at: momentOf(columns, i16[begin(columns, 'answerDay') + row] ?? 0, begin(columns, 'answerMs') + row),
  };
}

/** Shared by all that have nothing there; nobody adds to it. */
const NOTHING: never[] = [];

function openAnswers(columns: Columns, from: number, until: number): Answer[] {
  if (from === until) return NOTHING;
  const answers: Answer[] = [];
  for (let row = from; row < until; row++) answers.push(openAnswer(columns, row));
  return answers;
}

/** Calls `visit` with the need and the moment of each row of a kind; needs before `from` are not open. */
function visitMoments(
  columns: Columns,
  [places, moments]: [Column, Column],
  visit: (need: number, at: number, row: number) => void,
): void {
  const [needs, at] = [begin(columns, places), begin(columns, moments)];
  const rows = lengthOf(columns, places);
  for (let row = 0; row < rows; row++) visit(columns.u16[needs + row] ?? 0, columns.f64[at + row] ?? 0, row);
}

function addAfterwards(columns: Columns, needs: readonly TimelineNeed[], from: number): void {
  visitMoments(columns, ['needBot', 'needBotAt'], (place, at) => {
    const need = needs[place - from];
    if (need) need.botAnsweredAt = at;
  });
  visitMoments(columns, ['needSpoiled', 'needSpoiledAt'], (place, at) => {
    const need = needs[place - from];
    if (need) need.spoiledAt = [...need.spoiledAt, at];
  });
  visitMoments(columns, ['needThanked', 'needThankedAt'], (place, at) => {
    const need = needs[place - from];
    if (need) need.thankedAt = [...need.thankedAt, at];
  });
  const confirms = begin(columns, 'needConfirms');
  visitMoments(columns, ['needConfirmed', 'needConfirmedAt'], (place, at, row) => {
    const need = needs[place - from];
    const isConfirmed = columns.u8[confirms + row] === 1;
    if (need) need.confirmations = [...need.confirmations, { at, isConfirmed }];
  });
}

/** The needs of a pack with all that later happened to them. */
export function openNeeds(columns: Columns, span: Span): TimelineNeed[] {
  const { i16, u16, u8, head } = columns;
  const posts = lengthOf(columns, 'postDay');
  const [days, ms, by] = [begin(columns, 'needDay'), begin(columns, 'needMs'), begin(columns, 'needBy')];
  const [labels, likenesses] = [begin(columns, 'needLabel'), begin(columns, 'needSameAs')];
  const { from, until } = rowsIn(columns, 'needDay', span);
  const starts = startsOf(columns, 'needAnswers', until);
  const needs: TimelineNeed[] = [];
  for (let row = from; row < until; row++) {
    const day = i16[days + row] ?? 0;
    const answers = openAnswers(columns, starts[row] ?? 0, starts[row + 1] ?? 0);
    needs.push({
      messageId: REFERENCES.nameOf(posts + row),
      byId: SLOTS.nameOf(u16[by + row] ?? 0),
      at: momentOf(columns, day, ms + row),
      label: LABELS[u8[labels + row] ?? 0] ?? 'request',
      day: head.firstDay + day,
      sameAs: LIKENESSES.nameOf(u16[likenesses + row] ?? 0),
      answers,
      botAnsweredAt: null,
      spoiledAt: NOTHING,
      thankedAt: NOTHING,
      confirmations: NOTHING,
    });
  }
  addAfterwards(columns, needs, from);
  return needs;
}
