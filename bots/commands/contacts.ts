import { agreementOf } from '../../db/agreements.ts';
import { servingCadresOf } from '../../db/people.ts';
import { aboutServices, toMember } from '../../src/texts.ts';
import { askedGroup } from '../desk/asked-group.ts';
import { defineCommand } from './define.ts';

/** 联系人: who answers for this group now, and what was agreed on (P7: 事先有个约定). */
export const contacts = defineCommand({
  name: 'contacts',
  says: ['联系人', '谁负责', '负责人'],
  act: 'ask',
  forWhom: 'everyone',
  isDaily: true,
  help: '看谁负责咱们群，和怎么联系',
  async run(turn) {
    const { tx, now, message } = turn;
    const group = await askedGroup(turn);
    const serving = group ? await servingCadresOf(tx, group.id, now) : [];
    const names = serving.map(person => person.name);
    const agreement = group ? await agreementOf(tx, group.id) : null;
    await turn.say(
      agreement ? aboutServices.contacts(names, agreement, message.isPrivate) : toMember.contacts(names),
    );
  },
});
