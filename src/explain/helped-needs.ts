import { dayFromNumber, dayNumberAt } from '../analysis/day-number.ts';
import { helpIn, isUnheard } from '../analysis/measures/m02-help.ts';
import { isConfirmed } from '../analysis/needs.ts';
import { defineRows, type Row } from './define.ts';

const dayOf = (at: number): string => dayFromNumber(dayNumberAt(at));

/** Says of everybody once that they are new; nobody is told apart otherwise. */
function createNewcomers(): (personId: string | undefined) => boolean {
  const seen = new Set<string>();
  return personId => {
    const isNew = personId !== undefined && !seen.has(personId);
    if (personId !== undefined) seen.add(personId);
    return isNew;
  };
}

/**
 * M2: each need once with what became of it, tickets confirmed elsewhere, acknowledged visits and calls. `isNewPerson` marks
 * everybody who was helped once, so that it adds up to the persons.
 */
export const helpedNeeds = defineRows({
  id: 'M2',
  rows({ window, cadre, message }) {
    const { needs, helped, handedOver, visited } = helpIn(window);
    const isHelped = new Set(helped);
    const isNew = createNewcomers();
    const rows: Row[] = needs.flatMap(tellings => {
      const [first] = tellings;
      if (!first) return [];
      return {
        kind: 'need',
        day: dayOf(first.at),
        message: message(first.messageId),
        label: first.label,
        tellings: tellings.length,
        isHelped: isHelped.has(tellings),
        isNewPerson: isHelped.has(tellings) && isNew(first.byId),
        isUnheard: isHelped.has(tellings) && isUnheard(tellings, window.to),
        isConfirmed: tellings.some(need => isConfirmed(need, window.to)),
        isBotAnswered: tellings.some(need => (need.botAnsweredAt ?? Number.POSITIVE_INFINITY) <= window.to),
      };
    });
    const handovers = handedOver.map(({ opening, at }) => ({
      kind: 'handover',
      day: dayOf(at),
      ticket: opening.number,
      isNewPerson: isNew(opening.requesterId),
    }));
    const visits = [...visited.values()].map(({ at, way, cadreId, personId }) => ({
      kind: way,
      day: dayOf(at.getTime()),
      cadre: cadre(cadreId),
      isNewPerson: isNew(personId),
    }));
    return [...rows, ...handovers, ...visits];
  },
});
