import type { Db } from '../../db/connect.ts';
import { addCandidate, type Candidate, candidatesOfUnit, growCandidate } from '../../db/faq-candidates.ts';
import { boundGroups, namesIn } from '../../db/groups.ts';
import { needsOf } from '../../db/needs.ts';
import { type Cluster, clusterQuestions, type LooseQuestion } from '../../src/faq/cluster-questions.ts';
import { bareWords } from '../../src/faq/learn-phrasing.ts';
import { askedAnew } from '../../src/faq/propose.ts';
import { newTrace } from '../../src/ids.ts';
import { DAY_MS } from '../../src/time.ts';
import { isOfMember } from '../../src/unanswered-need.ts';
import { defineJob } from './define.ts';

/** So far back a question that nobody answered is counted. */
const COUNTED_MS = 30 * DAY_MS;

/** What may only be talk is not laid before people to answer: 糖少放一点更清爽. */
const SURE_QUESTION = 0.85;

/** Questions of one group that neither a person nor the bot answered, redacted, in the order they were asked. */
async function looseQuestions(db: Db, groupId: string, now: Date): Promise<LooseQuestion[]> {
  const names = await namesIn(db, groupId);
  const heard = await needsOf(db, [groupId], new Date(now.getTime() - COUNTED_MS));
  return heard
    .filter(each => each.label === 'question' && each.confidence >= SURE_QUESTION && isOfMember(each))
    .filter(each => !each.isAnsweredByPerson && !each.isAnsweredByBot)
    .flatMap(({ messageId, personId, text }) => {
      const question = askedAnew(text, names);
      return question ? [{ messageId, askerId: personId, text: question }] : [];
    })
    .reverse();
}

/** Makes or grows the candidate of one cluster; what a person decided before is not proposed again. */
async function keepCluster(tx: Db, unitId: string, cluster: Cluster, now: Date): Promise<boolean> {
  const isOf = (each: Candidate) =>
    each.messageIds.some(id => cluster.messageIds.includes(id)) ||
    bareWords(each.question) === bareWords(cluster.question);
  const known = (await candidatesOfUnit(tx, unitId)).find(isOf);
  if (!known) {
    const { question, messageIds } = cluster;
    const rest = { source: 'cluster' as const, answer: null, entryId: null, trace: newTrace(now) };
    await addCandidate(tx, { unitId, question, messageIds, askedTimes: messageIds.length, ...rest }, now);
    return true;
  }
  const messageIds = [...new Set([...known.messageIds, ...cluster.messageIds])];
  const more = messageIds.length - known.messageIds.length;
  if (more) await growCandidate(tx, known.id, { messageIds, askedTimes: known.askedTimes + more });
  return more > 0;
}

/** What several people of a unit asked and nobody answered becomes one candidate that waits for an answer. */
export const gatherQuestions = defineJob({
  name: 'gather-questions',
  title: '没人答的问题归到一起',
  every: '40 1 * * *',
  async run({ db, now }) {
    const groupsOf = new Map<string, string[]>();
    for (const group of await boundGroups(db))
      groupsOf.set(group.unitId, [...(groupsOf.get(group.unitId) ?? []), group.id]);
    let gathered = 0;
    for (const [unitId, groupIds] of groupsOf) {
      const questions: LooseQuestion[] = [];
      for (const groupId of groupIds) questions.push(...(await looseQuestions(db, groupId, now)));
      for (const cluster of clusterQuestions(questions))
        if (await db.transaction(tx => keepCluster(tx, unitId, cluster, now))) gathered++;
    }
    return { gathered };
  },
});
