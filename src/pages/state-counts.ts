import type { GroupAnalysis, GroupState } from '../analysis/group-analysis.ts';
import { SHOWN_STATES, STATE_WORDS } from '../digest/state-words.ts';

/** How many groups are in a state; states without a group are left out. */
export interface StateCount {
  state: GroupState;
  count: number;
}

export const countStates = (groups: readonly GroupAnalysis[]): StateCount[] =>
  SHOWN_STATES.map(state => ({ state, count: groups.filter(group => group.state === state).length })).filter(
    ({ count }) => count > 0,
  );

/** `3个冷群，1个正常`. */
export const sayCounts = (counts: readonly StateCount[]): string =>
  counts.map(({ state, count }) => `${count}个${STATE_WORDS[state].word}`).join('，');

const WIDTH = 340;
const HEIGHT = 34;
/** Narrower than this a piece has no room for its mark. */
const LEAST_FOR_MARK = 22;

/** A bar of all groups by state, each piece with its mark inside, so that colour is never alone. */
export function stateBar(counts: readonly StateCount[]): string {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  let at = 0;
  const pieces = counts.map(({ state, count }) => {
    const { colour, mark } = STATE_WORDS[state];
    const width = (WIDTH * count) / Math.max(1, all);
    const x = at;
    at += width;
    const text =
      width < LEAST_FOR_MARK
        ? ''
        : `<text x="${(x + width / 2).toFixed(1)}" y="24" text-anchor="middle">${mark}</text>`;
    return `<rect x="${x.toFixed(1)}" width="${Math.max(1, width - 1).toFixed(1)}" height="${HEIGHT}" rx="4" fill="${colour}"/>${text}`;
  });
  return `<svg class="bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${sayCounts(counts)}">${pieces.join('')}</svg>`;
}
