import { detectors } from '../detectors/index.ts';
import { unitDetectors } from '../unit-detectors/index.ts';
import { CONTACT_TERMS } from './contact.ts';
import type { Definition } from './define.ts';
import { DETECTOR_CONTACT_TERMS } from './detectors-contact.ts';
import { DETECTOR_SERVICE_TERMS } from './detectors-service.ts';
import { DETECTOR_TALK_TERMS } from './detectors-talk.ts';
import { DIMENSION_TERMS } from './dimensions.ts';
import { SERVICE_TERMS } from './service.ts';
import { TALK_TERMS } from './talk.ts';

const numberOf = ({ id }: Definition): number => Number(id.slice(1));

/** M1 … M20 in order. */
export const MEASURE_DEFINITIONS: readonly Definition[] = [
  ...TALK_TERMS,
  ...CONTACT_TERMS,
  ...SERVICE_TERMS,
].sort((a, b) => numberOf(a) - numberOf(b));

/** R I E C S T. */
export const DIMENSION_DEFINITIONS: readonly Definition[] = DIMENSION_TERMS;

const titles = new Map([...detectors, ...unitDetectors].map(({ name, title }) => [name, title]));

/** Every detector of groups, and those of units at the end. */
export const DETECTOR_DEFINITIONS: readonly Definition[] = [
  ...DETECTOR_TALK_TERMS,
  ...DETECTOR_CONTACT_TERMS,
  ...DETECTOR_SERVICE_TERMS,
].map(term => ({ ...term, name: titles.get(term.id) ?? term.id }));

const BY_ID = new Map(
  [...MEASURE_DEFINITIONS, ...DIMENSION_DEFINITIONS, ...DETECTOR_DEFINITIONS].map(term => [term.id, term]),
);

/** Other words for the same: the codes of dimensions and of M4. */
const ALIASES: Readonly<Record<string, string>> = {
  state: 'M4',
  regular: 'R',
  interactive: 'I',
  warm: 'E',
  substantive: 'C',
  solving: 'S',
  satisfying: 'T',
};

/** The definition of a measure, a dimension, `state` or a detector, in any letters; undefined for anything else. */
export function definitionOf(typed: string): Definition | undefined {
  const name = ALIASES[typed.toLowerCase()] ?? typed;
  return BY_ID.get(name.toUpperCase()) ?? BY_ID.get(name.toLowerCase());
}

/** Every id that can be explained. */
export const definedIds = (): string[] => [...BY_ID.keys()];
