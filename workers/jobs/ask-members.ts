import type { Db } from '../../db/connect.ts';
import { put } from '../../db/outbox.ts';
import { personById } from '../../db/people.ts';
import { openPrompt } from '../../db/prompts.ts';
import { askMember, surveyState, takeBackUnsaid } from '../../db/survey.ts';
import { forgetStaleLinks } from '../../db/survey-links.ts';
import { newTrace } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { type Ask, whomToAsk } from '../../src/survey/whom.ts';
import { aboutSurvey } from '../../src/texts.ts';
import { dayOf, HOUR_MS, isWorkingTime } from '../../src/time.ts';
import { defineJob } from './define.ts';

/** New questions a run: a WeChat account that writes to many at once is taken for a machine. */
const ASKS_A_RUN = 2;
/** One that could not be said within working hours is not said in the evening. */
const ASK_LIFE_MS = HOUR_MS;

async function ask(tx: Db, drawn: Ask, now: Date): Promise<boolean> {
  const { personId, cadreId } = drawn;
  // Whoever is talking with the bot is not interrupted; the next run asks.
  if (await openPrompt(tx, personId, personId, now)) return false;
  const cadre = await personById(tx, cadreId);
  if (!cadre || !(await askMember(tx, drawn, now))) return false;
  const question = {
    key: keys.surveyAsk(drawn, dayOf(now)),
    placeId: personId,
    isPrivate: true,
    text: aboutSurvey.knows(cadre.name),
    notAfter: new Date(now.getTime() + ASK_LIFE_MS),
    trace: newTrace(now),
  };
  return put(tx, question, now);
}

/** 群众直接评价: "你找100名所联系的群众，问一问"; a few at a time, and links between people and answers are forgotten. */
export const askMembers = defineJob({
  name: 'ask-members',
  title: '请群众评议',
  every: '*/10 * * * *',
  async run({ db, now }) {
    const unlinked = await forgetStaleLinks(db, now);
    if (!isWorkingTime(now)) return { surveyed: 0, unlinked };
    await takeBackUnsaid(db, now);
    let asked = 0;
    for (const drawn of whomToAsk(await surveyState(db, now), now)) {
      if (asked >= ASKS_A_RUN) break;
      if (await db.transaction(tx => ask(tx, drawn, now))) asked++;
    }
    return { surveyed: asked, unlinked };
  },
});
