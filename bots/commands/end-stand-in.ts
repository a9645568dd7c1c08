import { standInFor } from '../../db/stand-ins.ts';
import { aboutStandIns } from '../../src/texts.ts';
import { finishStandingIn } from '../desk/stand-in-desk.ts';
import { defineCommand } from './define.ts';

/** 我回来了: the cadre is back; what the stand-in has not taken on comes back too, what they have stays (首接负责). */
export const endStandIn = defineCommand({
  name: 'end-stand-in',
  says: ['我回来了', '代班结束', '结束代班'],
  act: 'stand-in',
  forWhom: 'cadre',
  isTalkFromOthers: true,
  isTold: true,
  help: '代班到此为止',
  async run(turn) {
    const running = await standInFor(turn.tx, turn.person.id, turn.now);
    if (!running) return turn.say(aboutStandIns.notAway());
    const { back, kept, name } = await finishStandingIn(turn, running);
    await turn.say(aboutStandIns.ended(back, kept, name));
  },
});
