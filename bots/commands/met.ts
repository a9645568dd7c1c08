import { acknowledgeContact, removeContact } from '../../db/contacts.ts';
import { nameOfMember } from '../../db/members.ts';
import { personById } from '../../db/people.ts';
import { endPrompt } from '../../db/prompts.ts';
import { keys } from '../../src/keys.ts';
import { aboutContacts } from '../../src/texts.ts';
import { contactMeant } from '../desk/contact-meant.ts';
import { defineCommand } from './define.ts';

const YES = ['是', '是的', '对', '对的', '见过', '见过了', '见了', '通过话', '打过', '有'];
const NO = ['不是', '没有', '没见过', '没见', '没通过话', '没打过', '不对'];

/** 是, 见过, 没有: the member's one word about a visit or a call that a cadre logged; nothing else makes it count. */
export const met = defineCommand({
  name: 'met',
  says: [...YES, ...NO],
  act: 'ask',
  forWhom: 'everyone',
  onlyAsAnswer: true,
  answersNow: async (turn, words) => words.rest === '' && (await contactMeant(turn)) !== null,
  help: '回答见没见过面',
  async run(turn, words) {
    const { tx, now, message, person } = turn;
    const name = await contactMeant(turn);
    if (!name) return;
    await endPrompt(tx, message.placeId, person.id, now);
    if (YES.includes(words.word)) {
      const isKnown = await acknowledgeContact(tx, name);
      return turn.say(isKnown ? aboutContacts.acknowledged() : aboutContacts.gone());
    }
    const removed = await removeContact(tx, name);
    if (!removed) return turn.say(aboutContacts.gone());
    const cadre = await personById(tx, name.cadreId);
    const who = await nameOfMember(tx, person.id);
    if (cadre)
      await turn.tell(cadre, keys.contactDenied(name), aboutContacts.deniedToCadre(who, removed.way));
    await turn.say(aboutContacts.denied());
  },
});
