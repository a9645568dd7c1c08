import { Failure } from '../../src/errors.ts';
import type { Clock } from '../../src/time.ts';
import { putBounded } from '../wechaty/bounded-map.ts';
import type {
  FriendRequest,
  Said,
  SimulatedGroup,
  SimulatedMessage,
  SimulatedPerson,
  WorldEvent,
} from './world-types.ts';

/** Everything a world holds; the acts of the world change it. */
export interface WorldState {
  clock: Clock;
  bot: SimulatedPerson;
  people: Map<string, SimulatedPerson>;
  groups: Map<string, SimulatedGroup>;
  messages: Map<string, SimulatedMessage>;
  /** Messages remembered at most. */
  most: number;
  requests: Map<string, FriendRequest>;
  saidListeners: Set<(said: Said) => void>;
  eventListeners: Set<(event: WorldEvent) => void>;
  /** The words every send is refused with; null when sends pass. */
  refusal: string | null;
  isDead: boolean;
}

function found<T>(map: ReadonlyMap<string, T>, id: string, code: 'no-such-person' | 'no-such-group'): T {
  const thing = map.get(id);
  if (!thing) throw new Failure(code, `模拟的聊天里没有 ${id}。`);
  return thing;
}

export const personOf = ({ people }: WorldState, id: string): SimulatedPerson =>
  found(people, id, 'no-such-person');

export const groupOf = ({ groups }: WorldState, id: string): SimulatedGroup =>
  found(groups, id, 'no-such-group');

/** The name others see: the alias in the group, else the person's own. */
export const shownName = (group: SimulatedGroup | undefined, person: SimulatedPerson): string =>
  group?.members.get(person.id) ?? person.name;

export function emitEvent({ eventListeners }: WorldState, event: WorldEvent): void {
  for (const listener of eventListeners) listener(event);
}

/** Remembers a message; the oldest is forgotten where there are too many. */
export function keepMessage({ messages, most }: WorldState, message: SimulatedMessage): void {
  putBounded(messages, message.id, message, most);
}

/** Remembers a message and lets the bot hear it; its id. */
export function deliver(state: WorldState, message: SimulatedMessage): string {
  keepMessage(state, message);
  emitEvent(state, { kind: 'message', messageId: message.id });
  return message.id;
}
