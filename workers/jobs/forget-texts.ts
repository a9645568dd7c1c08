import { dropHeldTexts, dropKeptTexts } from '../../db/messages.ts';
import { DAY_MS } from '../../src/time.ts';
import { defineJob } from './define.ts';

/** 不存闲聊: the text of ordinary talk goes half an hour after it was said, that of questions and tickets after its retention. */
export const forgetTexts = defineJob({
  name: 'forget-texts',
  title: '清除闲聊原文',
  every: '*/5 * * * *',
  async run({ db, now, config, scrub }) {
    const chatter = await dropHeldTexts(db, now);
    const retained = await dropKeptTexts(db, new Date(now.getTime() - config.retentionDays * DAY_MS));
    if (chatter + retained) await scrub();
    return { chatter, retained };
  },
});
