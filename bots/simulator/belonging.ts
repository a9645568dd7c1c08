import { randomUUID } from 'node:crypto';
import { emitEvent, groupOf, personOf, type WorldState } from './world-state.ts';
import type { SimulatedGroup, SimulatorWorld } from './world-types.ts';

type GroupActs = Pick<SimulatorWorld, 'addGroup' | 'join' | 'leave' | 'rename' | 'setAlias'>;
type PersonActs = Pick<SimulatorWorld, 'addPerson' | 'requestFriend' | 'befriend' | 'unfriend'>;

/** Groups and who is in them. */
export const groupActs = (state: WorldState): GroupActs => ({
  addGroup({ id = `${randomUUID()}@chatroom`, name, members, botAlias }) {
    const all = [{ id: state.bot.id, alias: botAlias }, ...members];
    const membership = all.map(member => [personOf(state, member.id).id, member.alias ?? null] as const);
    const group: SimulatedGroup = { id, name, members: new Map(membership) };
    state.groups.set(id, group);
    return group;
  },
  join(groupId, personId, alias) {
    groupOf(state, groupId).members.set(personOf(state, personId).id, alias ?? null);
    emitEvent(state, { kind: 'join', groupId, personId, at: state.clock.now() });
  },
  leave(groupId, personId) {
    groupOf(state, groupId).members.delete(personId);
    emitEvent(state, { kind: 'leave', groupId, personId, at: state.clock.now() });
  },
  rename(groupId, name) {
    const group = groupOf(state, groupId);
    const before = group.name;
    group.name = name;
    emitEvent(state, { kind: 'topic', groupId, before, name, at: state.clock.now() });
  },
  setAlias(groupId, personId, alias) {
    groupOf(state, groupId).members.set(personOf(state, personId).id, alias);
  },
});

/** The account's friend of that id from now on; the chat tells the bot. */
export function befriend(state: WorldState, personId: string): void {
  personOf(state, personId).isContact = true;
  const id = randomUUID();
  state.requests.set(id, { personId, hello: '', at: state.clock.now(), accepted: true });
  emitEvent(state, { kind: 'friendship', requestId: id });
}

/** People and who of them is the account's friend. */
export const personActs = (state: WorldState): PersonActs => ({
  addPerson({ id = randomUUID(), name, isContact = false }) {
    const person = { id, name, isContact };
    state.people.set(id, person);
    return person;
  },
  requestFriend(personId, hello) {
    const id = randomUUID();
    const request = { personId: personOf(state, personId).id, hello, at: state.clock.now(), accepted: false };
    state.requests.set(id, request);
    emitEvent(state, { kind: 'friendship', requestId: id });
    return id;
  },
  befriend: personId => befriend(state, personId),
  unfriend(personId) {
    personOf(state, personId).isContact = false;
  },
});
