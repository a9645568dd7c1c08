import { groupIdsOfMember } from '../../db/groups.ts';
import { cadresOf } from '../../db/people.ts';
import { toMember } from '../../src/texts.ts';
import { defineCommand } from './define.ts';

/** 联系人: who answers for this group. */
export const contacts = defineCommand({
  name: 'contacts',
  says: ['联系人', '谁负责', '负责人'],
  act: 'ask',
  forWhom: 'everyone',
  help: '看谁负责咱们群',
  async run(turn) {
    const groupId = turn.group?.id ?? (await groupIdsOfMember(turn.tx, turn.person.id))[0];
    const cadres = groupId ? await cadresOf(turn.tx, groupId) : [];
    await turn.say(toMember.contacts(cadres.map(person => person.name)));
  },
});
