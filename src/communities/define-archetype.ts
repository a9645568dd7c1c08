import type { Scene } from './scene.ts';

/** One kind of group whose truth is known because it was made so. */
export interface Archetype {
  name: string;
  /** What happens in it and why the truth follows from metrics.md, in one sentence. */
  about: string;
  /** Plays it: opens one or more rooms and says with `scene.expect` what is true of each. */
  play(scene: Scene): void;
}

/**
 * The mould of archetypes: one file in `archetypes/` and one line in its `index.ts`. Days are counted backwards from the
 * last one (`ago`), so that a truth holds whatever day a community ends on; where it would not, the archetype says `open`.
 */
export const defineArchetype = (archetype: Archetype): Archetype => archetype;
