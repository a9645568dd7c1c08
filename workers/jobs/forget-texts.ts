import { forgetCandidates } from '../../db/faq-candidates.ts';
import { dropHeldTexts, dropKeptTexts } from '../../db/messages.ts';
import { forgetWords, retentionEnd } from '../../db/retention.ts';
import { defineJob } from './define.ts';

/** 不存闲聊: the text of ordinary talk goes half an hour after it was said, that of questions and tickets after its retention. */
export const forgetTexts = defineJob({
  name: 'forget-texts',
  title: '清除闲聊原文',
  every: '*/5 * * * *',
  async run({ db, now, config, scrub }) {
    const chatter = await dropHeldTexts(db, now);
    const before = retentionEnd(now, config.retentionDays);
    const retained = await dropKeptTexts(db, before);
    const words = (await forgetWords(db, before)) + (await forgetCandidates(db, before, now));
    if (chatter + retained + words) await scrub();
    return { chatter, retained, words };
  },
});
