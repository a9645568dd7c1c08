import { forgetCandidates } from '../../db/faq-candidates.ts';
import { dropHeldTexts, dropKeptTexts } from '../../db/messages.ts';
import { forgetFiles, forgetWords, retentionEnd } from '../../db/retention.ts';
import { defineJob } from './define.ts';

/** 不存闲聊: the text of ordinary talk goes half an hour after it was said, that of questions and tickets after its retention; a file of somebody's data as soon as it was sent. */
export const forgetTexts = defineJob({
  name: 'forget-texts',
  title: '清除闲聊原文',
  every: '*/5 * * * *',
  async run({ db, now, config, scrub }) {
    const chatter = await dropHeldTexts(db, now);
    const before = retentionEnd(now, config.retentionDays);
    const retained = await dropKeptTexts(db, before);
    const words = (await forgetWords(db, before)) + (await forgetCandidates(db, before, now));
    const files = await forgetFiles(db);
    if (chatter + retained + words + files) await scrub();
    return { chatter, retained, words, files };
  },
});
