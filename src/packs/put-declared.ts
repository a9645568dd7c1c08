import { dayNumberOf } from '../analysis/day-number.ts';
import type { GroupHistory } from '../analysis/group-history.ts';
import { GROUP_ROLES } from '../people.ts';
import { keepTicket } from './kept-ticket.ts';
import { NONE, VERDICTS, WAYS } from './names.ts';
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

function putSurvey(packing: Packing, { survey }: GroupHistory): void {
  for (const { cadreId, day } of survey.asks) {
    packing.put('askCadre', packing.slot(cadreId));
    packing.put('askDay', packing.day(dayNumberOf(day)));
  }
  for (const { cadreId, day, knows, helped } of survey.answers) {
    packing.put('surveyCadre', packing.slot(cadreId));
    packing.put('surveyDay', packing.day(dayNumberOf(day)));
    packing.put('surveyKnows', Number(knows));
    packing.put('surveyHelped', helped === null ? NONE : Number(helped));
  }
}

function putBotDoings(packing: Packing, { faq, burden }: GroupHistory): void {
  for (const { at, verdict } of faq?.answers ?? []) {
    packing.put('faqAt', at.getTime());
    packing.put('faqVerdict', verdict === null ? NONE : VERDICTS.indexOf(verdict));
  }
  for (const { cadreId, at } of burden ?? []) {
    packing.put('burdenCadre', packing.slot(cadreId));
    packing.put('burdenAt', at.getTime());
  }
}

const restOf = ({ elsewhere, catalogue, faq, burden, inspectionDays }: GroupHistory): Rest => ({
  kinds: elsewhere.kinds,
  lines: catalogue?.lines ?? null,
  clusters:
    faq?.clusters.map(({ since, until }) => ({
      since: since.getTime(),
      until: until?.getTime() ?? null,
    })) ?? null,
  hasBurden: burden !== null,
  inspectionDays,
});

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
  putSurvey(packing, history);
  putBotDoings(packing, history);
  packing.columns.declared = [...bytesOf(JSON.stringify(restOf(history)))];
}
