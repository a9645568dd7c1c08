import { unansweredOf } from '../../db/unanswered-needs.ts';
import { toCadre } from '../../src/texts.ts';
import { defineCommand } from './define.ts';

/** 没人回: what members of the cadre's groups asked and nobody answered, ticket offered or not. */
export const unansweredNeeds = defineCommand({
  name: 'unanswered-needs',
  says: ['没人回'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  isPrivateOnly: true,
  isDaily: true,
  help: '看群里问了没人回的',
  async run({ tx, person, now, say }) {
    const needs = await unansweredOf(tx, person.id, now);
    await say(toCadre.unanswered(needs, now));
  },
});
