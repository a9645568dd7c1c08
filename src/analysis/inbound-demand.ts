import { isAsked } from '../ticket/of-member.ts';
import { startOfDayNumber } from './day-number.ts';
import { THRESHOLDS } from './thresholds.ts';
import { coverageOf, type GroupWindow, rowsWithin } from './window.ts';

/** 群众来不来找: what members asked in the 60 days that end with the window, in the group or elsewhere (F21). */
export interface InboundDemand {
  needs: number;
  /** Share of the 60 days in which the bot was online, 0-1. */
  coverage: number;
}

export function measureInboundDemand(window: GroupWindow): InboundDemand {
  const { timeline, lastDay, to } = window;
  const firstDay = lastDay - THRESHOLDS.demand.days + 1;
  const from = startOfDayNumber(firstDay);
  const said = rowsWithin(timeline.needs, firstDay, lastDay);
  const saidHere = new Set(said.map(need => need.messageId));
  const elsewhere = timeline.history.tickets.filter(({ opening }) => {
    const at = opening.openedAt.getTime();
    return isAsked(opening.kind) && at >= from && at <= to && !saidHere.has(opening.messageId ?? '');
  });
  return { needs: said.length + elsewhere.length, coverage: coverageOf({ ...window, from }) };
}
