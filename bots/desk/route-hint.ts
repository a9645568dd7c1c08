import type { Db } from '../../db/connect.ts';
import { groupById } from '../../db/groups.ts';
import { messageById } from '../../db/messages.ts';
import { routesOf } from '../../db/service-routes.ts';
import type { PlacedTicket } from '../../db/tickets.ts';
import { lineOf } from '../../src/service-lines.ts';
import { fitRoute, type ServiceRoute } from '../../src/service-routes.ts';
import { aboutHandover } from '../../src/texts.ts';

/** Everywhere matters of the ticket's group may be handed over to. */
export async function routesOfTicket(
  tx: Db,
  { groupId }: Pick<PlacedTicket, 'groupId'>,
): Promise<ServiceRoute[]> {
  const group = await groupById(tx, groupId);
  return group ? routesOf(tx, group.unitId) : [];
}

/** One line for the cadre's card: where this matter could go (P20: 服务站); null when no place fits its words. */
export async function routeHint(tx: Db, ticket: PlacedTicket): Promise<string | null> {
  const routes = await routesOfTicket(tx, ticket);
  if (!routes.length) return null;
  const message = ticket.messageId ? await messageById(tx, ticket.placeId, ticket.messageId) : null;
  const text = [ticket.topic, message?.text ?? ''].join(' ');
  // What it is called says more than what else was said: an old man cannot go down because the lift is broken.
  const line = ticket.line ?? lineOf(text);
  const route = fitRoute(ticket.topic, routes, null) ?? fitRoute(text, routes, line);
  return route ? aboutHandover.hint(route, ticket.number) : null;
}
