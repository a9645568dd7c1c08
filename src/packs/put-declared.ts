import type { GroupHistory } from '../analysis/group-history.ts';
import { GROUP_ROLES } from '../people.ts';
import { keepTicket } from './kept-ticket.ts';
import { WAYS } from './names.ts';
import type { Packing } from './packing.ts';
import type { Rest } from './rest.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const momentOf = (at: Date | null): number => at?.getTime() ?? Number.NaN;

function putPairs(packing: Packing, { links, contacts }: GroupHistory): void {
  for (const { cadreId, personId, from, to } of links) {
    packing.put('linkCadre', packing.slot(cadreId));
    packing.put('linkPerson', packing.slot(personId));
    packing.put('linkFromAt', from.getTime());
    packing.put('linkToAt', momentOf(to));
  }
  for (const { cadreId, personId, at, way, acknowledged } of contacts) {
    packing.put('contactCadre', packing.slot(cadreId));
    packing.put('contactPerson', packing.slot(personId));
    packing.put('contactAt', at.getTime());
    packing.put('contactWay', WAYS.indexOf(way));
    packing.put('contactAcknowledged', Number(acknowledged));
  }
}

/** What is declared but neither people nor tickets: short lists, as one text. */
function restOf(packing: Packing, history: GroupHistory): Rest {
  const { survey, elsewhere, catalogue, faq, burden, inspectionDays } = history;
  return {
    asks: survey.asks.map(({ cadreId, day }) => ({ cadre: packing.slot(cadreId), day })),
    answers: survey.answers.map(({ cadreId, ...said }) => ({ cadre: packing.slot(cadreId), ...said })),
    kinds: elsewhere.kinds,
    lines: catalogue?.lines ?? null,
    faq: faq && {
      answers: faq.answers.map(({ at, verdict }) => ({ at: at.getTime(), verdict })),
      clusters: faq.clusters.map(({ since, until }) => ({
        since: since.getTime(),
        until: until?.getTime() ?? null,
      })),
    },
    burden: burden?.map(({ cadreId, at }) => ({ cadre: packing.slot(cadreId), at: at.getTime() })) ?? null,
    inspectionDays,
  };
}

/** Everything that was declared of the group. Posts come before: only fingerprints met there are looked for elsewhere. */
export function putDeclared(packing: Packing, history: GroupHistory): void {
  for (const id of history.cadreIds) packing.put('cadre', packing.slot(id));
  for (const { personId, role, joinedAt, leftAt } of history.members) {
    packing.put('member', packing.slot(personId));
    packing.put('memberRole', GROUP_ROLES.indexOf(role));
    packing.put('memberJoinedAt', momentOf(joinedAt));
    packing.put('memberLeftAt', momentOf(leftAt));
  }
  putPairs(packing, history);
  for (const fingerprint of history.elsewhere.fingerprints) {
    const key = `f ${fingerprint}`;
    if (packing.isMet(key)) packing.put('elsewhereFingerprint', packing.likeness(key));
  }
  const { tickets, improvements } = history;
  if (tickets.length + improvements.length > 0) {
    const kept = {
      tickets: tickets.map(log => keepTicket(packing, log)),
      improvements: improvements.map(log => keepTicket(packing, log)),
    };
    packing.columns.tickets = [...bytesOf(JSON.stringify(kept))];
  }
  packing.columns.declared = [...bytesOf(JSON.stringify(restOf(packing, history)))];
}
