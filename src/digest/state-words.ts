import type { GroupState } from '../analysis/group-analysis.ts';

/** How a state is said and shown. Colour is never alone: the mark stands inside it. */
export interface StateWords {
  word: string;
  /** One character. */
  mark: string;
  /** Dark enough for white text: a contrast of at least 4.5. */
  colour: string;
}

export const STATE_WORDS: Record<GroupState, StateWords> = {
  cold: { word: '冷群', mark: '冷', colour: '#b3261e' },
  'one-way': { word: '单向广播', mark: '单', colour: '#7b3f8c' },
  'busy-no-help': { word: '热闹无帮助', mark: '闹', colour: '#a8480f' },
  bursty: { word: '突击式', mark: '突', colour: '#7d6608' },
  cooling: { word: '转冷', mark: '凉', colour: '#8a5a00' },
  healthy: { word: '正常', mark: '好', colour: '#2b7449' },
  unknown: { word: '未知', mark: '?', colour: '#6b7280' },
  exempt: { word: '不评', mark: '—', colour: '#757575' },
};

/** In the order in which states are counted and explained. */
export const SHOWN_STATES: readonly GroupState[] = [
  'cold',
  'one-way',
  'busy-no-help',
  'bursty',
  'cooling',
  'healthy',
  'unknown',
  'exempt',
];
