import { lineOf, weightOf } from './service-lines.ts';

/** 服务站、专家、志愿者: where a matter may be handed over outside the chat (P20, P22: 服务站, “青年之声”). */
export const ROUTE_KINDS = ['station', 'expert', 'volunteer'] as const;
export type RouteKind = (typeof ROUTE_KINDS)[number];

/** One place or person a matter of a service line can go to. */
export interface ServiceRoute {
  name: string;
  kind: RouteKind;
  line: string;
  /** Words of a topic that lead here. */
  words: readonly string[];
  phone: string | null;
  whereText: string | null;
  whenText: string | null;
}

/** Of the right line, without any of the words: less than the shortest word. */
const LINE_ALONE = 1;

const fitOf = (route: ServiceRoute, text: string, line: string | null): number => {
  const found = weightOf(text, route.words);
  return found > 0 ? found + LINE_ALONE : route.line === line ? LINE_ALONE : 0;
};

/**
 * The route that fits a topic best: most of its words stand in it, or at least its line is the topic's. Of equal ones
 * the first, so that a unit's own go before those of the unit above. Null when none fits.
 */
export function fitRoute<Route extends ServiceRoute>(
  text: string,
  routes: readonly Route[],
  line: string | null = lineOf(text),
): Route | null {
  let best: Route | null = null;
  let most = 0;
  for (const route of routes) {
    const fit = fitOf(route, text, line);
    if (fit <= most) continue;
    most = fit;
    best = route;
  }
  return best;
}

/** The route a cadre names: exactly, else the only one whose name contains the word or is contained in it. */
export function routeNamed<Route extends ServiceRoute>(name: string, routes: readonly Route[]): Route | null {
  const exact = routes.find(route => route.name === name);
  if (exact || name === '') return exact ?? null;
  const near = routes.filter(route => route.name.includes(name) || name.includes(route.name));
  const [only] = near;
  return only && near.length === 1 ? only : null;
}
