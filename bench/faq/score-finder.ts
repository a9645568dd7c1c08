import { percent } from '../shared/figures.ts';
import type { QueryRow, SharedData } from '../shared/shared-data.ts';
import type { Find, Finder } from './finder.ts';

const TOP = 10;

/** The places of what was meant among the ten found, 0 the best, -1 when it is not among them. */
function placesOf(find: Find, queries: readonly QueryRow[]): number[] {
  return queries.map(({ query, entry }) => find(query, TOP).indexOf(entry));
}

const everyNth = <T>(list: readonly T[], n: number): T[] => list.filter((_, at) => at % n === 0);

function sayPlaces(places: readonly number[]): string[] {
  const first = places.filter(place => place === 0).length;
  const reciprocal = places.reduce((sum, place) => sum + (place < 0 ? 0 : 1 / (place + 1)), 0);
  return [percent(first, places.length), percent(reciprocal, places.length), String(places.length)];
}

/** Rows of name, P@1, MRR@10 and questions asked; ours again on each sample that a slow one was asked. */
export async function scoreFinders(
  finders: readonly Finder[],
  { kb, queries }: SharedData,
): Promise<string[][]> {
  const rows: string[][] = [];
  let whole: number[] = [];
  for (const { name, open, scoredEvery } of finders) {
    const places = placesOf(await open(kb), everyNth(queries, scoredEvery));
    rows.push([name, ...sayPlaces(places)]);
    if (whole.length === 0) whole = places;
    else if (scoredEvery > 1)
      rows.push([`  ours on the same questions`, ...sayPlaces(everyNth(whole, scoredEvery))]);
  }
  return rows;
}
