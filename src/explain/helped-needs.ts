import { dayFromNumber, dayNumberAt } from '../analysis/day-number.ts';
import { handoversIn, visitsIn } from '../analysis/measures/m02-help.ts';
import { isConfirmed, isHelped } from '../analysis/needs.ts';
import { needsIn } from '../analysis/window.ts';
import { defineRows, type Row } from './define.ts';

const dayOf = (at: number): string => dayFromNumber(dayNumberAt(at));

/** M2: each need once with what became of it, tickets confirmed elsewhere, acknowledged visits and calls. */
export const helpedNeeds = defineRows({
  id: 'M2',
  rows({ window, cadre, message }) {
    const needs = needsIn(window);
    const said = new Set(needs.flat().map(need => need.messageId));
    const rows: Row[] = needs.flatMap(tellings => {
      const [first] = tellings;
      if (!first) return [];
      return {
        kind: 'need',
        day: dayOf(first.at),
        message: message(first.messageId),
        label: first.label,
        tellings: tellings.length,
        isHelped: tellings.some(need => isHelped(need, window.to)),
        isConfirmed: tellings.some(need => isConfirmed(need, window.to)),
        isBotAnswered: tellings.some(need => need.botAnsweredAt !== null && need.botAnsweredAt <= window.to),
      };
    });
    const handovers = handoversIn(window, said).map(({ opening, at }) => ({
      kind: 'handover',
      day: dayOf(at),
      ticket: opening.number,
    }));
    const visits = [...visitsIn(window).values()].map(({ at, way, cadreId }) => ({
      kind: way,
      day: dayOf(at.getTime()),
      cadre: cadre(cadreId),
    }));
    return [...rows, ...handovers, ...visits];
  },
});
