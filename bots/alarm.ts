import { isSaidSince } from '../db/emergencies.ts';
import { type Group, groupById, groupIdsOfMember, nameIn } from '../db/groups.ts';
import { cadresOf, leadersOf, leadersUpward } from '../db/people.ts';
import { askPrompt } from '../db/prompts.ts';
import { keys } from '../src/keys.ts';
import type { Person } from '../src/people.ts';
import { toCadre, toMember } from '../src/texts.ts';
import { MINUTE_MS } from '../src/time.ts';
import { type EmergencyKind, isPrivateKind } from '../src/understanding/emergency.ts';
import { askAlone } from './lead-away.ts';
import { neutralLine } from './private-ways.ts';
import type { Turn } from './turn.ts';

/** Within this time the same numbers are not said again in a group, nor the same cadre woken again for the same person. */
const ONCE_IN_MS = 10 * MINUTE_MS;

/** Danger to life: the numbers at once, and who is in charge, at any hour. Violence and self-harm only in private. */
export async function alarm(turn: Turn, kind: EmergencyKind): Promise<void> {
  const { tx, person, group } = turn;
  if (isPrivateKind(kind)) await sayInPrivate(turn);
  else await sayNumbers(turn, kind);
  // What is said to the bot alone about oneself goes to nobody before the person says 记录.
  if (group) return alert(turn, kind, group);
  if (isPrivateKind(kind)) return;
  for (const id of await groupIdsOfMember(tx, person.id)) {
    const home = await groupById(tx, id);
    if (home) return alert(turn, kind, home);
  }
}

async function sayNumbers(turn: Turn, kind: EmergencyKind): Promise<void> {
  const { message } = turn;
  if (await isLately(turn, message.placeId, keys.emergency(kind, ''))) return;
  const key = keys.emergency(kind, message.id);
  await turn.say(toMember.emergency(kind), { key, mention: false });
}

/** The group hears one neutral line that names nobody; a friend of the bot's hears the numbers alone. */
async function sayInPrivate(turn: Turn): Promise<void> {
  const { tx, message, group, person, now } = turn;
  const neutral = keys.emergencyNeutral(person.id, '');
  if (group && !(await isLately(turn, group.id, neutral))) {
    const key = keys.emergencyNeutral(person.id, message.id);
    // Not 我单独发您了: who reads along must not learn that somebody was written to.
    await turn.say(neutralLine(turn, group), { key, mention: false });
  }
  if (await isLately(turn, person.id, keys.emergencyPrivate(''))) return;
  const key = keys.emergencyPrivate(message.id);
  if (group) {
    if (await turn.tell(person, key, toMember.emergencyAlone(), { ignoresQuiet: true }))
      await askAlone(turn, group);
    return;
  }
  await turn.say(toMember.emergencyPrivate(), { key });
  const prompt = { placeId: message.placeId, personId: person.id, kind: 'record' };
  await askPrompt(tx, { ...prompt, data: { messageId: message.id } }, now);
}

/** Tells everybody in charge whom the bot can reach, once for each person who speaks up. */
async function alert(turn: Turn, kind: EmergencyKind, group: Group): Promise<void> {
  const { tx, message, person } = turn;
  const who = await nameIn(tx, group.id, person.id);
  const text = isPrivateKind(kind)
    ? toCadre.emergencyPrivate(group.name, who)
    : toCadre.emergency(kind, group.name, who);
  for (const to of await reachable(turn, group)) {
    if (await isLately(turn, to.id, keys.emergencyAlert(kind, person.id, ''))) continue;
    const key = keys.emergencyAlert(kind, person.id, message.id);
    await turn.tell(to, key, text, { ignoresQuiet: true });
  }
}

/** The group's cadres; the unit's leaders when none of them is a friend of the bot's, and those above when they are none either. */
async function reachable({ tx, person }: Turn, group: Group): Promise<Person[]> {
  for (const find of [
    () => cadresOf(tx, group.id),
    () => leadersOf(tx, group.unitId),
    () => leadersUpward(tx, group.unitId),
  ]) {
    const found = (await find()).filter(each => each.isContact && each.id !== person.id);
    if (found.length) return found;
  }
  return [];
}

const isLately = ({ tx, now }: Turn, placeId: string, prefix: string): Promise<boolean> =>
  isSaidSince(tx, placeId, prefix, new Date(now.getTime() - ONCE_IN_MS));
