import { aboutRatings } from '../../src/texts.ts';
import { ownRatings } from '../desk/cadre-ratings.ts';
import { defineCommand } from './define.ts';

/** 我的评价: what members said of the cadre's own help, five together and nobody's name. */
export const myRatings = defineCommand({
  name: 'my-ratings',
  says: ['我的评价'],
  act: 'see-own-ratings',
  forWhom: 'cadre',
  isPrivateOnly: true,
  isTalkFromOthers: true,
  help: '看群众给的评价，五份一起看',
  async run(turn) {
    const shown = await ownRatings(turn);
    await turn.say(shown ? aboutRatings.shown(shown) : aboutRatings.notTogether());
  },
});
