import { remembered } from '../../remembered.ts';
import { workdaysAfter } from '../day-number.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { cadreMessagesIn, type GroupWindow } from '../window.ts';

/** M1 干部发言: substantive messages of the group's cadres, and in how many of the last four 7-day spans. */
export type CadreVoice = {
  messages: number;
  /** Spans of 7 days with at least one. */
  weeks: number;
  /** Spans that hold a working day; only these are asked for. */
  workingWeeks: number;
  isSilent: boolean;
  isWatched: boolean;
  /** Days since the last substantive message; null when there was none in the window. */
  silentDays: number | null;
};

export const measureCadreVoice = remembered((window: GroupWindow): CadreVoice => {
  const { spans, silentBelow, silentWeeks, watchBelow } = THRESHOLDS.cadreVoice;
  const messages = cadreMessagesIn(window);
  const spoken = new Set(messages.map(post => Math.floor((window.lastDay - post.day) / 7)));
  const working = Array.from({ length: spans }, (_, span) => span).filter(span => {
    const end = window.lastDay - 7 * span;
    return workdaysAfter(end - 7, end) > 0;
  });
  const weeks = working.filter(span => spoken.has(span)).length;
  const last = messages.at(-1);
  return {
    messages: messages.length,
    weeks,
    workingWeeks: working.length,
    isSilent: messages.length < silentBelow || weeks <= silentWeeks,
    isWatched: messages.length < watchBelow,
    silentDays: last ? window.lastDay - last.day : null,
  };
});
