import { calendarOfUnit } from '../../db/calendars.ts';
import { type Contact, logContact as logged } from '../../db/contacts.ts';
import { groupById, nameIn } from '../../db/groups.ts';
import type { FoundMember } from '../../db/members.ts';
import { put } from '../../db/outbox.ts';
import { askPrompt } from '../../db/prompts.ts';
import { keys } from '../../src/keys.ts';
import { aboutContacts } from '../../src/texts.ts';
import { nextWorkingTime } from '../../src/time.ts';
import { memberMeant } from '../desk/member-meant.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

const wayOf = (word: string): Contact['way'] => (word.startsWith('通话') ? 'call' : 'visit');

/** Asks the member once: a friend in private, in working hours; anybody else only where the cadre has just said it. */
async function askMember(turn: Turn, found: FoundMember, contact: Contact): Promise<boolean> {
  const { tx, now, person, group, message } = turn;
  const isPrivate = found.person.isContact;
  if (!isPrivate && found.groupId !== group?.id) return false;
  const unitId = (await groupById(tx, found.groupId))?.unitId ?? null;
  const askedAt = isPrivate ? nextWorkingTime(now, await calendarOfUnit(tx, unitId, now)) : now;
  const placeId = isPrivate ? found.person.id : message.placeId;
  const key = keys.contactAsk(contact);
  const text = aboutContacts.ask(person.name, contact.way, contact.at, askedAt);
  const mentions = isPrivate ? [] : [found.person.id];
  const to = { placeId, isPrivate, mentions, notBefore: askedAt, ignoresQuiet: !isPrivate };
  await put(tx, { key, text, ...to, trace: message.trace }, now);
  const { cadreId, personId, at } = contact;
  const data = { cadreId, personId, at: at.toISOString() };
  // Asked later, it is answered as the last thing said there.
  if (askedAt <= now) await askPrompt(tx, { placeId, personId, kind: 'met', data }, now);
  return true;
}

/** 见面, 通话 ("每天能面对面最好"): one line, no form; it counts when the member says 是. Once a day for a pair and a way. */
export const logContact = defineCommand({
  name: 'log-contact',
  says: ['见面', '见面了', '上门', '通话', '通话了'],
  act: 'log-contact',
  forWhom: 'cadre',
  isTalkFromOthers: true,
  help: '见面 @名字、通话 @名字：记一次当面或电话联系',
  async run(turn, words) {
    const way = wayOf(words.word);
    const found = await memberMeant(turn, words, way);
    const { tx, now, person } = turn;
    const who = await nameIn(tx, found.groupId, found.person.id);
    const contact = await logged(tx, { cadreId: person.id, personId: found.person.id, at: now, way });
    if (!contact) return turn.say(aboutContacts.loggedAlready(who, way));
    const isAsked = await askMember(turn, found, contact);
    // In the group the question itself says that it was logged.
    if (isAsked && !found.person.isContact) return;
    await turn.say(isAsked ? aboutContacts.logged(who, way) : aboutContacts.loggedUnasked(who, way));
  },
});
