import { startOfDayNumber } from '../analysis/day-number.ts';
import type { TimelineNeed } from '../analysis/needs.ts';
import type { Timeline, TimelineReply } from '../analysis/timeline.ts';
import { rowsWithin } from '../analysis/window.ts';
import { LABELS, RULES, VOICES } from './names.ts';
import type { Packing } from './packing.ts';

function putAnswers(packing: Packing, { answers }: TimelineNeed): void {
  packing.put('needAnswers', answers.length);
  for (const { messageId, byId, voice, rule, at } of answers) {
    packing.put('answerDay', packing.dayAt(at));
    packing.put('answerMs', packing.ms(at));
    packing.put('answerBy', packing.slot(byId));
    packing.put('answerVoice', VOICES.indexOf(voice));
    packing.put('answerRule', RULES.indexOf(rule));
    packing.put('answerRef', packing.reference(messageId));
  }
}

function putAfterwards(packing: Packing, need: TimelineNeed, index: number): void {
  if (need.botAnsweredAt !== null) {
    packing.put('needBot', index);
    packing.put('needBotAt', need.botAnsweredAt);
  }
  for (const at of need.spoiledAt) {
    packing.put('needSpoiled', index);
    packing.put('needSpoiledAt', at);
  }
  for (const at of need.thankedAt) {
    packing.put('needThanked', index);
    packing.put('needThankedAt', at);
  }
  for (const { at, isConfirmed } of need.confirmations) {
    packing.put('needConfirmed', index);
    packing.put('needConfirmedAt', at);
    packing.put('needConfirms', Number(isConfirmed));
  }
}

/** The needs of the pack's days, and older ones that somebody still spoke to in these days. */
export function putNeeds(packing: Packing, { needs, replies }: Timeline): void {
  const spokenTo = new Set(
    rowsWithin(replies, packing.firstDay, Number.MAX_SAFE_INTEGER).map(reply => reply.toMessageId),
  );
  const start = startOfDayNumber(packing.firstDay);
  const isKept = ({ day, messageId, answers }: TimelineNeed) =>
    day >= packing.firstDay || spokenTo.has(messageId) || answers.some(({ at }) => at >= start);
  const kept = needs.filter(isKept);
  // Before any answer, so that a need's reference is its place after the posts.
  for (const need of kept) packing.reference(need.messageId);
  for (const [index, need] of kept.entries()) {
    packing.put('needDay', packing.day(need.day));
    packing.put('needMs', packing.ms(need.at));
    packing.put('needBy', packing.slot(need.byId));
    packing.put('needLabel', LABELS.indexOf(need.label));
    packing.put('needSameAs', packing.likeness(`n ${need.sameAs}`));
    putAnswers(packing, need);
    putAfterwards(packing, need, index);
  }
  putServedBefore(
    packing,
    needs.filter(need => !isKept(need)),
  );
}

function putServedBefore(packing: Packing, needs: readonly TimelineNeed[]): void {
  const served = new Map<string, number>();
  for (const { byId, answers } of needs) {
    for (const { at } of answers) served.set(byId, Math.max(at, served.get(byId) ?? at));
  }
  for (const [personId, at] of served) {
    packing.put('servedBefore', packing.slot(personId));
    packing.put('servedBeforeAt', at);
  }
}

function putReply(packing: Packing, reply: TimelineReply): void {
  packing.put('replyDay', packing.day(reply.day));
  packing.put('replyMs', packing.ms(reply.at));
  packing.put('replyBy', packing.slot(reply.byId));
  packing.put('replyVoice', VOICES.indexOf(reply.voice));
  packing.put('replyConfidence', Math.round(reply.confidence * 100));
  packing.put('replyRef', packing.reference(reply.messageId));
  packing.put('replyToRef', packing.reference(reply.toMessageId));
  packing.put('replyTos', reply.toIds.length);
  for (const id of reply.toIds) packing.put('replyTo', packing.slot(id));
}

/** Who turned to whom in the pack's days. */
export function putReplies(packing: Packing, { replies, exchanges }: Timeline): void {
  for (const reply of rowsWithin(replies, packing.firstDay, Number.MAX_SAFE_INTEGER))
    putReply(packing, reply);
  for (const each of rowsWithin(exchanges, packing.firstDay, Number.MAX_SAFE_INTEGER)) {
    packing.put('exchangeDay', packing.day(each.day));
    packing.put('exchangeMs', packing.ms(each.at));
    packing.put('exchangeFrom', packing.slot(each.fromId));
    packing.put('exchangeTo', packing.slot(each.toId));
  }
}
