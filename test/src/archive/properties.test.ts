import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeArchive } from '../../../src/archive/analyze-archive.ts';
import { createConverter } from '../../../src/archive/convert.ts';
import type { ExportItem, ExportMessage } from '../../../src/archive/export-item.ts';
import { createFolding } from '../../../src/archive/histories.ts';
import type { Labeller } from '../../../src/archive/labeller.ts';
import type { ArchiveLine, LineOf } from '../../../src/archive/line.ts';
import { parseLine } from '../../../src/archive/parse-line.ts';
import { createSurvey } from '../../../src/archive/survey.ts';

const labeller: Labeller = {
  version: 'test',
  labelOf: text => ({
    label: text.endsWith('？') ? 'question' : text.startsWith('请') ? 'request' : 'chatter',
    confidence: 1,
  }),
};

type Said = LineOf<'message'>;
type Declared = Exclude<ArchiveLine, Said>;

const START = Date.parse('2026-08-31T16:00:00Z');
const HOUR = 3_600_000;
const AS_OF = new Date(START + 60 * 24 * HOUR);
const PEOPLE = ['cadre', 'm1', 'm2', 'm3', 'helper', 'bot', 'bot2'];
const WORDS = [
  '居住证在哪里办理？',
  '请派人修一下楼道的灯',
  '谢谢，灯修好了',
  '还是没人来修',
  '明天上午到服务站来看看',
  '收到',
  '早上好',
  '@王芳 帮忙看看这件事',
  '大家记得明天开会带身份证',
];

const person = (id: string, role: LineOf<'person'>['role'] = 'member'): Declared => ({
  type: 'person',
  id,
  name: id === 'cadre' ? '王芳' : id,
  role,
  contact: false,
});
const unit = (id: string, parent: string | null = null): Declared => ({
  type: 'unit',
  id,
  name: id,
  parent,
  level: '',
  line: '',
  leaders: [],
});
const group = (id: string, more: Partial<LineOf<'group'>> = {}): Declared => ({
  type: 'group',
  id,
  name: id,
  unit: 'u1',
  kind: 'grassroots',
  size: 40,
  createdAt: new Date(START - 400 * 24 * HOUR),
  cadres: ['cadre'],
  serviceLines: [],
  ...more,
});
const declared: Declared[] = [
  unit('u0'),
  unit('u1', 'u0'),
  unit('u2', 'u0'),
  person('cadre', 'cadre-full-time'),
  ...['m1', 'm2', 'm3'].map(id => person(id)),
  person('helper', 'volunteer'),
  person('bot', 'bot'),
  person('bot2', 'bot'),
  group('g'),
  group('h', { size: 150 }),
];

/** Two months of talk in two groups; several messages may share a second. */
const talk: fc.Arbitrary<Said[]> = fc
  .array(
    fc.record({
      group: fc.constantFrom('g', 'h'),
      sender: fc.constantFrom(...PEOPLE),
      second: fc.oneof(fc.nat(60 * 24 * 3600), fc.nat(3)),
      text: fc.constantFrom(...WORDS),
      back: fc.option(fc.nat(5), { nil: null }),
      mentions: fc.subarray(['cadre', 'm1', 'bot'], { maxLength: 1 }),
      kind: fc.constantFrom('text', 'text', 'text', 'text', 'voice', 'image', 'system'),
    }),
    { minLength: 1, maxLength: 120 },
  )
  .map(rows =>
    rows.map(({ group: where, sender, second, text, back, mentions, kind }, at) => ({
      type: 'message',
      id: `m${at}`,
      group: where,
      sender,
      sentAt: new Date(START + second * 1000),
      kind,
      text: kind === 'text' ? text : null,
      replyTo: back === null ? null : `m${Math.max(0, at - back)}`,
      mentions,
    })),
  );

function analyse(lines: readonly Declared[], messages: readonly Said[], asOf: Date | null = AS_OF) {
  const survey = createSurvey();
  for (const line of [...lines, ...messages]) survey.push(line);
  const folding = createFolding(survey.done(), labeller);
  for (const message of messages) folding.push(message);
  const histories = folding.done();
  return { ...analyzeArchive(survey.done(), histories, asOf), days: histories.map(history => history.days) };
}

/** As it would be printed: what is equal here is equal to every reader. */
const printed = (result: ReturnType<typeof analyse>): unknown => JSON.parse(JSON.stringify(result));

const shuffled = (messages: Said[], seed: number): Said[] =>
  messages
    .map((message, at) => ({ message, key: Math.imul(at + 1, 2_654_435_761) ^ Math.imul(seed, 40_503) }))
    .sort((a, b) => a.key - b.key)
    .map(({ message }) => message);

describe('the analysis of an archive is the same', () => {
  test('when the lines of its messages are shuffled', () => {
    fc.assert(
      fc.property(talk, fc.nat(), (messages, seed) => {
        expect(printed(analyse(declared, shuffled(messages, seed)))).toEqual(
          printed(analyse(declared, messages)),
        );
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  test('when some of its messages stand in it twice, near or far', () => {
    fc.assert(
      fc.property(talk, fc.nat(), fc.nat(), (messages, seed, count) => {
        const again = shuffled(messages, seed).slice(0, count % (messages.length + 1));
        expect(printed(analyse(declared, [...messages, ...again]))).toEqual(
          printed(analyse(declared, messages)),
        );
        const beside = messages.flatMap((message, at) => (at % 3 === 0 ? [message, message] : [message]));
        expect(printed(analyse(declared, beside))).toEqual(printed(analyse(declared, messages)));
      }),
      { seed: 12, numRuns: 60 },
    );
  });

  test('when its times are written in other zones', () => {
    const written = (at: Date, hours: number) => {
      const zone = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
      return new Date(at.getTime() + hours * HOUR).toISOString().replace('Z', zone);
    };
    fc.assert(
      fc.property(talk, messages => {
        const elsewhere = messages.map((message, at) => {
          const text = JSON.stringify({ ...message, sentAt: written(message.sentAt, (at % 27) - 12) });
          const parsed = parseLine(text);
          return 'line' in parsed && parsed.line.type === 'message' ? parsed.line : message;
        });
        expect(elsewhere.map(message => message.sentAt)).toEqual(messages.map(message => message.sentAt));
        expect(printed(analyse(declared, elsewhere))).toEqual(printed(analyse(declared, messages)));
      }),
      { seed: 13, numRuns: 10 },
    );
  });

  test('when a second bot watched the same hours and handed in the same messages', () => {
    const from = new Date(START);
    const watch = (to: Date): Declared => ({ type: 'observation', group: 'g', from, to });
    fc.assert(
      fc.property(talk, messages => {
        const one = analyse([...declared, watch(AS_OF)], messages);
        const two = analyse(
          [...declared, watch(AS_OF), watch(new Date(START + 700 * HOUR))],
          [...messages, ...messages],
        );
        expect(printed(two)).toEqual(printed(one));
      }),
      { seed: 14, numRuns: 30 },
    );
  });
});

const DAY_EDGE: readonly [time: string, day: string][] = [
  ['2028-02-28T23:59:59+08:00', '2028-02-28'],
  ['2028-02-29T00:00:00+08:00', '2028-02-29'],
  ['2028-02-29T15:59:59.999Z', '2028-02-29'],
  ['2028-02-29T16:00:00Z', '2028-03-01'],
  ['2028-03-05T23:59:59+08:00', '2028-03-05'],
  ['2028-03-06T00:00:00+08:00', '2028-03-06'],
];

test('a message belongs to the Shanghai day it was said on, at midnight, on a leap day, from Sunday to Monday', () => {
  const said = DAY_EDGE.map(
    ([time], at): Said => ({
      type: 'message',
      id: `e${at}`,
      group: 'g',
      sender: 'm1',
      sentAt: new Date(time),
      kind: 'text',
      text: `第${'甲乙丙丁戊己'[at]}件事情大家说一说`,
      replyTo: null,
      mentions: [],
    }),
  );
  const [days = []] = analyse(declared, said, new Date('2028-03-10T00:00:00+08:00')).days;
  const counted = days.map(row => [row.day, row.speakers.flatMap(speaker => speaker.posts).length]);
  const expected = new Map<string, number>();
  for (const [, day] of DAY_EDGE) expected.set(day, (expected.get(day) ?? 0) + 1);
  expect(counted).toEqual([...expected]);
});

/** What a group is found to be, without the unit that it belongs to. */
const foundOf = (result: ReturnType<typeof analyse>, id: string): unknown => {
  const found = result.groups.find(({ analysis }) => analysis.groupId === id)?.analysis;
  return JSON.parse(JSON.stringify({ ...found, unitId: '' }));
};

test('a group that moves to another unit is found the same there, and counted there alone', () => {
  fc.assert(
    fc.property(talk, messages => {
      const moved = declared.map(line =>
        line.type === 'group' && line.id === 'g' ? { ...line, unit: 'u2' } : line,
      );
      const [before, after] = [analyse(declared, messages), analyse(moved, messages)];
      expect(foundOf(after, 'g')).toEqual(foundOf(before, 'g'));
      const countOf = (result: typeof before, id: string) =>
        result.units.find(each => each.unitId === id)?.groups;
      expect([countOf(before, 'u1'), countOf(after, 'u1'), countOf(after, 'u2')]).toEqual([2, 1, 1]);
      expect(countOf(after, 'u0')).toBe(countOf(before, 'u0'));
    }),
    { seed: 15, numRuns: 20 },
  );
});

test.each(['merge', 'rebuild', 'rename'] as const)(
  'a group that came of a %s is as old as the one it was, whatever the order of the lines',
  act => {
    const young = { createdAt: new Date(AS_OF.getTime() - 3 * 24 * HOUR) };
    const lines = declared.map(line =>
      line.type === 'group' && line.id === 'g' ? { ...line, ...young } : line,
    );
    const change: Declared = { type: 'group-change', from: 'h', to: 'g', at: young.createdAt, act };
    const stateOf = (given: readonly Declared[]) =>
      analyse(given, []).groups.find(({ analysis }) => analysis.groupId === 'g')?.analysis.measures['M4'];
    const watched: Declared = { type: 'observation', group: 'g', from: new Date(START), to: AS_OF };
    expect(stateOf([...lines, watched])).toMatchObject({ state: 'unknown', unknownReason: 'young' });
    const inherited = stateOf([...lines, watched, change]);
    expect(inherited).toMatchObject({ unknownReason: null });
    expect(stateOf([change, watched, ...lines])).toEqual(inherited);
  },
);

test('a member who left and came back is one member, in whatever order that is told', () => {
  const left = new Date(START + 200 * HOUR);
  const back = new Date(START + 400 * HOUR);
  const stays: Declared[] = [
    { type: 'membership', group: 'g', person: 'm1', role: 'member', joinedAt: null, leftAt: left },
    { type: 'membership', group: 'g', person: 'm1', role: 'member', joinedAt: back, leftAt: null },
  ];
  fc.assert(
    fc.property(talk, messages => {
      const told = analyse([...declared, ...stays], messages);
      expect(printed(analyse([...declared, ...stays.toReversed()], messages))).toEqual(printed(told));
      const speakers = told.days.flatMap(days =>
        days.flatMap(row => row.speakers.map(each => `${row.groupId} ${row.day} ${each.personId}`)),
      );
      expect(new Set(speakers).size).toBe(speakers.length);
    }),
    { seed: 16, numRuns: 20 },
  );
});

const asExport = (messages: readonly Said[]): ExportMessage[] =>
  messages.map(({ id, group: where, sender, sentAt, kind, text, replyTo }) => ({
    what: 'message',
    group: { id: where, name: where },
    id,
    sender: { id: sender, name: sender === 'cadre' ? '王芳' : sender, nickname: null },
    at: sentAt,
    kind,
    text,
    replyTo,
  }));

function convert(files: readonly ExportItem[][]): { head: Declared[]; messages: Said[] } {
  const converter = createConverter(files.length > 1);
  const each = (take: (item: ExportItem) => void) => {
    for (const items of files) {
      converter.startFile();
      for (const item of items) take(item);
    }
  };
  each(converter.gather);
  const head = converter.head();
  const messages: Said[] = [];
  each(item => {
    const line = converter.messageOf(item);
    if (line) messages.push(line);
  });
  return { head, messages };
}

test('an export in several files that overlap becomes the same archive as in one', () => {
  fc.assert(
    fc.property(talk, fc.nat(), fc.nat(8), (messages, cut, overlap) => {
      const items = asExport(messages.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime()));
      const at = cut % (items.length + 1);
      const whole = convert([items]);
      expect(convert([items.slice(0, at + overlap), items.slice(at)])).toEqual(whole);
      const result = analyse(whole.head, whole.messages);
      expect(printed(analyse(whole.head, whole.messages.toReversed()))).toEqual(printed(result));
    }),
    { seed: 17, numRuns: 60 },
  );
});

test('what a group said in the same second stays in the order of the export', () => {
  const second = new Date(START);
  const said = asExport(
    ['灯坏了谁来修？', '我来修', '谢谢'].map(
      (text, at): Said => ({
        type: 'message',
        id: `z${9 - at}`,
        group: 'g',
        sender: `m${at}`,
        sentAt: second,
        kind: 'text',
        text,
        replyTo: null,
        mentions: [],
      }),
    ),
  );
  const { messages } = convert([said]);
  expect(messages.map(line => line.sentAt.getTime() - START)).toEqual([0, 1, 2]);
  expect(messages.map(line => line.text)).toEqual(['灯坏了谁来修？', '我来修', '谢谢']);
});
