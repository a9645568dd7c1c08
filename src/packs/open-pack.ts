import type { Timeline } from '../analysis/timeline.ts';
import { lastDayAt } from '../analysis/window.ts';
import { withMemory } from '../remembered.ts';
import { begin, type Columns, end, lengthOf, readColumns } from './columns.ts';
import { lazyShape } from './lazy-shape.ts';
import { REFERENCES } from './names.ts';
import { type GroupNames, openDeclared, openFirstHeard, openRoster } from './open-declared.ts';
import { openMemberPosts } from './open-member-posts.ts';
import { openNeeds } from './open-needs.ts';
import { textOf } from './open-rest.ts';
import {
  openBursts,
  openCadrePosts,
  openExchanges,
  openGreetings,
  openReplies,
  openSpokeUp,
  openVolumes,
  personAt,
} from './open-rows.ts';
import { OWN_IDS } from './own-ids.ts';
import type { Span } from './span.ts';

/** How a pack is opened: `asOf` is the end of a day, up to its last one; rows before `sinceDay` stay closed. */
export interface Opening {
  asOf: Date;
  group: GroupNames;
  /** A day number; for those who ask for one window only. */
  sinceDay?: number;
}

const EVER = Number.MIN_SAFE_INTEGER;

function openObserved(columns: Columns, asOf: number): Timeline['observed'] {
  const spans: Timeline['observed'] = [];
  for (let at = begin(columns, 'observedAt'); at < end(columns, 'observedAt'); at += 2) {
    const [from = asOf, to = asOf] = [columns.f64[at], columns.f64[at + 1]];
    if (from < asOf) spans.push({ from, to: Math.min(to, asOf) });
  }
  return spans;
}

function openServedBefore(columns: Columns): Map<string, number> {
  const [slots, at] = [begin(columns, 'servedBefore'), begin(columns, 'servedBeforeAt')];
  const served = new Map<string, number>();
  for (let row = 0; row < lengthOf(columns, 'servedBefore'); row++)
    served.set(personAt(columns, slots + row), columns.f64[at + row] ?? 0);
  return served;
}

/** The ids behind references, in their order. */
function openIds(columns: Columns): string[] {
  const first = begin(columns, 'ids');
  // Our own bytes of this very format: nobody else writes them.
  if (columns.u8[first] !== OWN_IDS) return JSON.parse(textOf(columns, 'ids', 1)) as string[];
  const bytes = columns.u8.subarray(first + 1, end(columns, 'ids'));
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return (hex.match(/.{32}/gu) ?? []).map(id => id.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-'));
}

interface Source {
  columns: Columns;
  span: Span;
  asOf: number;
  names: GroupNames;
}

/** Names the messages behind references; their ids are read when one is asked for. */
function createNaming(columns: Columns): Timeline['messageIdOf'] {
  let ids: string[] | null = null;
  return reference => {
    const number = REFERENCES.numberOf(reference);
    if (number === undefined) return reference;
    ids ??= openIds(columns);
    return ids[number] ?? reference;
  };
}

const shape = lazyShape<Source, Timeline>({
  history: ({ columns, names }) => openDeclared(columns, names),
  asOf: ({ asOf }) => asOf,
  roster: ({ columns }) => openRoster(columns),
  hasCadre: ({ columns }) => columns.head.hasCadre === 1,
  firstSignAt: ({ columns }) => columns.head.firstSignAt,
  observed: ({ columns, asOf }) => openObserved(columns, asOf),
  firstHeard: ({ columns, span }) => openFirstHeard(columns, span.lastDay),
  messageIdOf: ({ columns }) => createNaming(columns),
  cadrePosts: ({ columns, span }) => openCadrePosts(columns, span),
  bursts: ({ columns, span }) => openBursts(columns, span),
  memberPosts: ({ columns, span }) => openMemberPosts(columns, span),
  needs: ({ columns, span }) => openNeeds(columns, span),
  replies: ({ columns, span }) => openReplies(columns, span),
  exchanges: ({ columns, span }) => openExchanges(columns, span),
  greetings: ({ columns, span }) => openGreetings(columns, span),
  spokeUp: ({ columns, span }) => openSpokeUp(columns, span),
  volumes: ({ columns, span }) => openVolumes(columns, span),
  servedBefore: ({ columns }) => openServedBefore(columns),
});

/** The timeline in a pack, each part made when it is first asked for; null for bytes of another format. */
export function openPack(bytes: Uint8Array, { asOf, group, sinceDay = EVER }: Opening): Timeline | null {
  const columns = readColumns(bytes);
  if (!columns) return null;
  const span = { firstDay: sinceDay, lastDay: lastDayAt(asOf) };
  return withMemory(shape({ columns, span, asOf: asOf.getTime(), names: group }));
}

/** What a pack was made from. */
export interface PackFacts {
  /** The first and the last day in it, as day numbers. */
  first: number;
  through: number;
  /** Nothing is known of the group from before its first day. */
  isWhole: boolean;
  /** `declaredSign` of what was declared then. */
  declared: number;
}

/** What a pack was made from; null for bytes of another format, or none. */
export function factsOfPack(bytes: Uint8Array): PackFacts | null {
  const head = readColumns(bytes)?.head;
  if (!head) return null;
  return {
    first: head.firstDay,
    through: head.throughDay,
    isWhole: head.isWhole === 1,
    declared: head.declared,
  };
}
