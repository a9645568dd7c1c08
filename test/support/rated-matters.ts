import { addTicketEvent, openTicket } from '../../db/tickets.ts';
import { newId, newTrace } from '../../src/ids.ts';
import { dueAtFor } from '../../src/limits.ts';
import { CADRE, GROUP, MEMBER, type TestWorld } from './world.ts';

const last = (texts: readonly string[]): number =>
  Number(/第(\d+)件/.exec(texts.find(text => text.includes('记下了')) ?? '')?.[1] ?? 0);

/** A member's matter from 记录 to 解决了, said in private so that the rating is asked for; its number. */
export async function solve(
  world: TestWorld,
  need: string,
  done: string,
  more: { by?: string; member?: string; confirmInGroup?: boolean } = {},
): Promise<number> {
  const { by = CADRE, member = MEMBER, confirmInGroup = false } = more;
  const number = last(await world.say(member, `帮我记一下${need}`, { mention: true }));
  await world.say(by, `办结 ${number} ${done}`, { group: null });
  await world.say(member, `解决了 ${number}`, confirmInGroup ? {} : { group: null });
  return number;
}

/** Some seconds later, so that the same words are not taken for a redelivery. */
export const soon = (world: TestWorld) => world.jumpTo(new Date(world.now().getTime() + 11_000));

/** A matter of the member's closed by a cadre, solved and rated, written straight into the log; its number. */
export async function rateMatter(
  world: TestWorld,
  stars: number,
  words?: string,
  by = CADRE,
): Promise<number> {
  const now = world.now();
  return world.open.db.transaction(async tx => {
    const opening = {
      id: newId(now),
      kind: 'request' as const,
      groupId: GROUP,
      placeId: GROUP,
      requesterId: MEMBER,
      topic: '楼道灯坏了',
      messageId: null,
      assigneeId: by,
      openedAt: now,
      dueAt: dueAtFor(now),
    };
    let ticket = await openTicket(tx, opening, MEMBER, newTrace(now));
    const acts = [
      { act: 'close', byId: by, data: { text: '换好了' } },
      { act: 'confirm', byId: MEMBER, data: {} },
      { act: 'rate', byId: MEMBER, data: { stars, text: words } },
    ] as const;
    for (const act of acts) ticket = await addTicketEvent(tx, ticket, { ...act, at: now }, newTrace(now));
    return ticket.number;
  });
}
