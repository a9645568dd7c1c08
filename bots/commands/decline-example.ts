import { endPrompt } from '../../db/prompts.ts';
import { aboutExamples } from '../../src/texts.ts';
import { defineCommand } from './define.ts';

/** 不用: nothing is kept of the member's matter, and nobody asks again. */
export const declineExample = defineCommand({
  name: 'decline-example',
  says: ['不用', '不可以', '不行'],
  act: 'ask',
  forWhom: 'everyone',
  isPrivateOnly: true,
  onlyAsAnswer: true,
  help: '不留作例子',
  async run({ tx, message, person, now, say }) {
    await endPrompt(tx, message.placeId, person.id, now);
    await say(aboutExamples.notKept());
  },
});
