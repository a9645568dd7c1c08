import type { Clock } from '../../src/time.ts';
import { befriend, groupActs, personActs } from './belonging.ts';
import { sendAsBot, speaking } from './speaking.ts';
import type { WorldState } from './world-state.ts';
import type { SimulatedPerson, SimulatorWorld, WorldWire } from './world-types.ts';

export type { SimulatorWorld, Words } from './world-types.ts';

export interface SimulatorOptions {
  clock: Clock;
  bot?: { id: string; name: string };
  /** Messages remembered; older ones are as gone as from a telephone that was cleared. */
  most?: number;
}

const MOST = 5_000;

function listenIn<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const wireTo = (state: WorldState): WorldWire => ({
  onEvent: listener => listenIn(state.eventListeners, listener),
  person: id => state.people.get(id),
  group: id => state.groups.get(id),
  message: id => state.messages.get(id),
  request: id => state.requests.get(id),
  isDead: () => state.isDead,
  acceptRequest(id) {
    const request = state.requests.get(id);
    state.requests.delete(id);
    if (request && !request.accepted) befriend(state, request.personId);
  },
  send: (placeId, words) => sendAsBot(state, placeId, words),
});

/** An empty world with the bot in it. `clock` stamps everything; nothing here takes the time by itself. */
export function createSimulatorWorld(options: SimulatorOptions): SimulatorWorld {
  const bot: SimulatedPerson = { id: 'bot', name: '小暖', isContact: true, ...options.bot };
  const state: WorldState = {
    clock: options.clock,
    bot,
    people: new Map([[bot.id, bot]]),
    groups: new Map(),
    messages: new Map(),
    most: options.most ?? MOST,
    requests: new Map(),
    saidListeners: new Set(),
    eventListeners: new Set(),
    refusal: null,
    isDead: false,
  };
  return {
    bot,
    ...personActs(state),
    ...groupActs(state),
    ...speaking(state),
    refuseSends(reason) {
      state.refusal = reason;
    },
    playDead(dead) {
      state.isDead = dead;
    },
    onSaid: listener => listenIn(state.saidListeners, listener),
    people: () => [...state.people.values()],
    groups: () => [...state.groups.values()],
    wire: wireTo(state),
  };
}
