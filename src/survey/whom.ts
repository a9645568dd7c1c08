import { mulberry32 } from '../mulberry32.ts';
import { isCadre, type PersonRole } from '../people.ts';
import { dayOf } from '../time.ts';
import { monthOf, quarterOf } from './when.ts';

/** At most so many linked members are asked of one cadre in a month: about a hundred a year, as the speech has it. */
export const ASKS_A_MONTH = 10;

/** A member whom a cadre or a leader is to keep in touch with, as far as the drawing needs to know them. */
export interface SurveyLink {
  cadreId: string;
  cadreRole: PersonRole;
  personId: string;
  personRole: PersonRole;
  isContact: boolean;
  from: Date;
  to: Date | null;
}

/** Who has been asked already; never what they said. */
export interface Asked {
  cadreId: string;
  personId: string;
  month: string;
  quarter: string;
}

/** All that the drawing looks at. */
export interface SurveyState {
  links: readonly SurveyLink[];
  /** Of this quarter at least. */
  asked: readonly Asked[];
  /** 别再问. */
  refusals: ReadonlySet<string>;
}

/** One member to be asked about one cadre. */
export interface Ask {
  cadreId: string;
  personId: string;
}

/** A text as a seed (FNV-1a). */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A lot of one's own: who comes and goes changes nobody else's place in the draw. */
const lotOf = (text: string): number => mulberry32(seedOf(text))();

const isStaff = (role: PersonRole): boolean => isCadre(role) || role === 'leader';

const mayBeAsked = (link: SurveyLink, { refusals }: SurveyState, now: Date): boolean =>
  link.isContact &&
  isStaff(link.cadreRole) &&
  !isStaff(link.personRole) &&
  link.personRole !== 'bot' &&
  link.from <= now &&
  (link.to === null || link.to > now) &&
  !refusals.has(link.personId);

/** 领导班子应该带好头: leaders' own links come first; the rest by this month's lot, so that nobody is always last. */
function cadresInOrder(links: readonly SurveyLink[], month: string): string[] {
  const roles = new Map(links.map(link => [link.cadreId, link.cadreRole]));
  const places = [...roles].map(([id, role]) => ({
    id,
    place: (role === 'leader' ? 0 : 1) + lotOf(`${month}/${id}`),
  }));
  return places.sort((a, b) => a.place - b.place).map(({ id }) => id);
}

/**
 * "你找100名所联系的群众，问一问你做的效果": whom there is still to ask this month, in order. Ten at most a cadre, each
 * person once a quarter whatever the cadre; drawn by lots seeded with cadre and month, so that a rerun draws the same.
 */
export function whomToAsk(state: SurveyState, now: Date): Ask[] {
  const day = dayOf(now);
  const [month, quarter] = [monthOf(day), quarterOf(day)];
  const links = state.links.filter(link => mayBeAsked(link, state, now));
  const taken = new Set(state.asked.filter(ask => ask.quarter === quarter).map(ask => ask.personId));
  const asks: Ask[] = [];
  for (const cadreId of cadresInOrder(links, month)) {
    const done = state.asked.filter(ask => ask.cadreId === cadreId && ask.month === month).length;
    const drawn = [...new Set(links.filter(link => link.cadreId === cadreId).map(link => link.personId))]
      .filter(personId => !taken.has(personId))
      .map(personId => ({ personId, lot: lotOf(`${cadreId}/${month}/${personId}`) }))
      .sort((a, b) => a.lot - b.lot)
      .slice(0, Math.max(0, ASKS_A_MONTH - done));
    for (const { personId } of drawn) {
      taken.add(personId);
      asks.push({ cadreId, personId });
    }
  }
  return asks;
}
