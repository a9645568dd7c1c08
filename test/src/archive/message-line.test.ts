import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ArchiveLine, FACT_LABELS, FACT_SUBSTANCES, MESSAGE_KINDS } from '../../../src/archive/line.ts';
import { messageLineIn } from '../../../src/archive/message-line.ts';

const time = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('2026-11-24T09:00:00+08:00', '2026-11-24T01:00:00.123Z') },
  fc.constantFrom(
    '2026-11-24T01:00Z',
    '2028-02-29T23:59:59-0500',
    '2027-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-24T25:00:00Z',
    '2026-11-24T09:00:00',
    '2026-11-24',
    '',
  ),
  fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map(at => at.toISOString()),
);
const id = fc.oneof({ weight: 40, arbitrary: fc.constantFrom('m1', 'g', '一', 'p2') }, fc.constant(''));
const wrong = fc.constantFrom<unknown>(null, 0, 1.5, true, '', [], {}, ['a', 1], [''], { a: 1 });
/** Mostly as it should be. */
const mostly = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 40, arbitrary }, wrong);
const fact = fc.record(
  {
    label: mostly(fc.constantFrom(...FACT_LABELS)),
    confidence: mostly(fc.double({ noNaN: true, noDefaultInfinity: true })),
    substance: mostly(fc.constantFrom(...FACT_SUBSTANCES)),
    han: mostly(fc.nat(50)),
    fingerprint: mostly(fc.constantFrom(null, 'a1')),
    isThanks: fc.boolean(),
    isNotSolved: mostly(fc.boolean()),
    line: fc.constantFrom(null, 'rights'),
    version: fc.constantFrom('v1', 'v2'),
  },
  {
    requiredKeys: [
      'label',
      'confidence',
      'substance',
      'han',
      'fingerprint',
      'isThanks',
      'isNotSolved',
      'version',
    ],
  },
);
const line = fc.record(
  {
    type: mostly(fc.constant('message')),
    id: mostly(id),
    group: mostly(id),
    sender: mostly(id),
    sentAt: mostly(time),
    kind: mostly(fc.constantFrom(...MESSAGE_KINDS)),
    text: mostly(fc.string({ unit: 'binary' })),
    replyTo: mostly(id),
    mentions: mostly(fc.array(id, { maxLength: 3 })),
    fact: mostly(fact),
    label: mostly(fc.constant(undefined)),
  },
  { requiredKeys: ['type', 'id', 'group', 'sender', 'sentAt'] },
);

/** As it stands in a file: what JSON cannot say is gone. */
const asRead = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('the short way reads a message line as the schema does, or leaves it to the schema', () => {
  let short = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 20, arbitrary: line }, fc.anything()), made => {
      const value = asRead(made ?? null);
      const read = messageLineIn(value);
      if (read === null) return;
      short++;
      expect(ArchiveLine.parse(value)).toEqual(read);
    }),
    { seed: 5, numRuns: 20_000 },
  );
  expect(short).toBeGreaterThan(1000);
});

test('what messages of our own exports and of other programs usually are goes the short way', () => {
  const plain = { type: 'message', id: 'm', group: 'g', sender: 'p', sentAt: '2026-11-24T09:00:00+08:00' };
  expect(messageLineIn(plain)).toEqual(ArchiveLine.parse(plain));
  const own = {
    ...plain,
    kind: 'voice',
    text: null,
    replyTo: null,
    mentions: ['q'],
    fact: {
      label: 'chatter',
      confidence: 1,
      substance: 'words',
      han: 0,
      fingerprint: null,
      isThanks: false,
      isNotSolved: false,
      version: 'v',
    },
  };
  expect(messageLineIn(own)).toEqual(ArchiveLine.parse(own));
});

test('every field that the schema of a fact knows is known to the short way', () => {
  const fields = { line: 'rights', version: 'v', isNotSolved: true, isThanks: false, fingerprint: 'f' };
  const full = { ...fields, han: 3, substance: 'words', confidence: 0.5, label: 'request' };
  const value = {
    type: 'message',
    id: 'm',
    group: 'g',
    sender: 'p',
    sentAt: '2026-11-24T01:00Z',
    fact: full,
  };
  expect(messageLineIn(value)?.fact).toEqual(full);
  const parsed = ArchiveLine.parse(value);
  expect(parsed.type === 'message' && parsed.fact).toEqual(full);
});
