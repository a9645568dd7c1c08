import fc from 'fast-check';
import { OPENING_ACTS, TICKET_ACTS } from './acts.ts';

/** One thing somebody says, drawn before anything has happened; numbers and people are found when it is said. */
export interface Saying {
  kind: 'say';
  act: string;
  /** Which of the tickets there are; beyond them, a number nobody has. */
  target: number;
  other: number;
  to: number;
  who: number;
  /** Said by somebody it suits, else by anybody of the cast. */
  isFit: boolean;
  isPrivate: boolean;
  hasWords: boolean;
  /** Delivered again under the same id at the same time, or once more in the same words; or not. */
  again: 'no' | 'same-id' | 'same-words';
  /** Seconds between the chat's clock and ours when it arrives. */
  skew: number;
}

/** Two at once, in two places: on PostgreSQL two transactions beside each other. */
export interface Together {
  kind: 'together';
  one: Saying;
  two: Saying;
}

export interface Passing {
  kind: 'pass';
  minutes: number;
  /** Jobs run a second time, and two processes speak at once. */
  isDouble: boolean;
}

export type Step = Saying | Together | Passing;
export interface Script {
  /** Which of the moments in STARTS. */
  start: number;
  steps: Step[];
}

/** An ordinary morning, before a weekend, at night, on a day of 调休, before the National Day week, in the lunch break. */
export const STARTS: readonly Date[] = [
  '2026-11-24T10:00:00+08:00',
  '2026-11-27T16:40:00+08:00',
  '2026-11-24T21:20:00+08:00',
  '2026-02-14T14:00:00+08:00',
  '2026-09-30T16:20:00+08:00',
  '2026-11-24T12:10:00+08:00',
].map(text => new Date(text));

const names = fc.oneof(
  ...[...OPENING_ACTS, ...TICKET_ACTS].map(({ name, weight }) => ({ arbitrary: fc.constant(name), weight })),
);
const mostly = (isTrue: number) => fc.integer({ min: 0, max: 99 }).map(drawn => drawn < isTrue);

const saying: fc.Arbitrary<Saying> = fc.record({
  kind: fc.constant('say' as const),
  act: names,
  target: fc.nat({ max: 8 }),
  other: fc.nat({ max: 8 }),
  to: fc.nat({ max: 2 }),
  who: fc.nat({ max: 10 }),
  isFit: mostly(70),
  isPrivate: fc.boolean(),
  hasWords: mostly(90),
  again: fc.oneof(
    { arbitrary: fc.constant('no' as const), weight: 8 },
    { arbitrary: fc.constant('same-id' as const), weight: 1 },
    { arbitrary: fc.constant('same-words' as const), weight: 1 },
  ),
  skew: fc.oneof(
    { arbitrary: fc.constant(0), weight: 3 },
    { arbitrary: fc.integer({ min: -300, max: 60 }), weight: 1 },
  ),
});

const minutes = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 30 }), weight: 4 },
  { arbitrary: fc.integer({ min: 60, max: 600 }), weight: 5 },
  { arbitrary: fc.integer({ min: 1, max: 9 }).map(days => days * 1440), weight: 5 },
  { arbitrary: fc.constant(100 * 1440), weight: 1 },
);

/** Two at once are about the same tickets, or they would never be in each other's way. */
const together: fc.Arbitrary<Together> = fc
  .record({ one: saying, two: saying, isOther: fc.boolean() })
  .map(({ one, two, isOther }) => ({
    kind: 'together',
    one,
    two: { ...two, target: isOther ? one.other : one.target, isFit: true },
  }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: saying, weight: 14 },
  { arbitrary: together, weight: 3 },
  { arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes, isDouble: mostly(30) }), weight: 3 },
);

const steps = (minLength: number, maxLength: number) => fc.array(step, { minLength, maxLength, size: 'max' });

/** Two neighbours ask for something first, so that there is something to act on, and to put together. */
const opening: fc.Arbitrary<Saying> = saying.map(drawn => ({
  ...drawn,
  act: '帮我记一下',
  who: drawn.who % 2,
  isFit: false,
}));
const opened = (more: fc.Arbitrary<Step[]>): fc.Arbitrary<Step[]> =>
  fc.tuple(opening, opening, more).map(([one, two, rest]) => [one, two, ...rest]);

/** A day on which much is asked of one group and little is done: more falls due than one cadre may be reminded of. */
const busyDay: fc.Arbitrary<Step[]> = fc
  .array(fc.tuple(saying, fc.integer({ min: 5, max: 40 })), { minLength: 8, maxLength: 14, size: 'max' })
  .map(drawn =>
    drawn.flatMap(([{ who, ...more }, wait]): Step[] => [
      { ...more, who: who % 2, act: '帮我记一下', isFit: false },
      { kind: 'pass', minutes: wait, isDouble: more.isPrivate },
    ]),
  );

/**
 * Sequences of acts by random people; one in twenty is long, so that the third transfer and the third reopening come.
 * Not drawn towards small numbers: a sequence of nothing, and the same ticket again and again, find little.
 */
export const scripts: fc.Arbitrary<Script> = fc.noBias(
  fc.record({
    start: fc.nat({ max: STARTS.length - 1 }),
    steps: fc.oneof(
      { arbitrary: opened(steps(2, 8)), weight: 46 },
      { arbitrary: opened(steps(15, 40)), weight: 3 },
      { arbitrary: fc.tuple(busyDay, steps(1, 4)).map(([busy, more]) => [...busy, ...more]), weight: 1 },
    ),
  }),
);
