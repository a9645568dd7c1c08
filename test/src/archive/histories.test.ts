import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SUBSTANCE_VERSION } from '../../../src/analysis/substance.ts';
import { createFolding } from '../../../src/archive/histories.ts';
import type { Labeller } from '../../../src/archive/labeller.ts';
import type { ArchiveLine, LineOf } from '../../../src/archive/line.ts';
import { createReorder } from '../../../src/archive/reorder.ts';
import { createSurvey, REORDER_REACH } from '../../../src/archive/survey.ts';
import type { MessageFact } from '../../../src/message.ts';

const labeller: Labeller = {
  version: 'test',
  labelOf: text => ({ label: text.endsWith('？') ? 'question' : 'chatter', confidence: 1 }),
};

const START = Date.parse('2026-11-02T01:00:00Z');
const MINUTE = 60_000;

const group = (id: string, more: Partial<LineOf<'group'>> = {}): LineOf<'group'> => ({
  type: 'group',
  id,
  name: id,
  unit: 'u',
  kind: 'grassroots',
  size: 10,
  createdAt: null,
  cadres: ['cadre'],
  serviceLines: [],
  ...more,
});

const person = (id: string, name = id): LineOf<'person'> => ({
  type: 'person',
  id,
  name,
  role: 'unknown',
  contact: false,
});

function message(n: number, more: Partial<LineOf<'message'>> = {}): LineOf<'message'> {
  return {
    type: 'message',
    id: `m${n}`,
    group: 'g',
    sender: n % 3 === 1 ? 'cadre' : `member${n % 5}`,
    sentAt: new Date(START + n * 97 * MINUTE),
    kind: 'text',
    text: n % 3 === 0 ? `第${'甲乙丙丁戊'[n % 5]}件事怎么办理？` : '明天上午到服务站来看看',
    replyTo: n % 3 === 1 ? `m${n - 1}` : null,
    mentions: [],
    ...more,
  };
}

const DECLARED: ArchiveLine[] = [
  { type: 'unit', id: 'u', name: 'u', parent: null, level: '', line: '', leaders: [] },
  person('cadre', '王芳'),
  ...[0, 1, 2, 3, 4].map(n => person(`member${n}`)),
  group('g'),
];

function fold(lines: readonly ArchiveLine[]) {
  const survey = createSurvey();
  for (const line of lines) survey.push(line);
  const folding = createFolding(survey.done(), labeller);
  for (const line of lines) if (line.type === 'message') folding.push(line);
  return { histories: folding.done(), survey: survey.done() };
}

describe('the histories of an archive', () => {
  const messages = Array.from({ length: 600 }, (_, n) => message(n));
  const inOrder = fold([...DECLARED, ...messages]).histories;

  test('are the same whatever the order of the lines', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...DECLARED, ...messages], { minLength: 608 }), lines => {
        expect(fold(lines).histories[0]?.days).toEqual(inOrder[0]?.days);
      }),
      { seed: 7, numRuns: 5 },
    );
  });

  test('know a few lines out of place from an archive that must be sorted', () => {
    const near = messages.toSpliced(10, 0, ...messages.slice(40, 50)).toSpliced(50, 10);
    expect(fold([...DECLARED, ...near]).survey.heard.get('g')?.isDisordered).toBe(false);
    expect(fold([...DECLARED, ...near]).histories[0]?.days).toEqual(inOrder[0]?.days);
    const far = messages.toReversed();
    expect(fold([...DECLARED, ...far]).survey.heard.get('g')?.isDisordered).toBe(true);
  });

  test('are the same when the texts are judged many at a time before they are folded', () => {
    const survey = createSurvey();
    for (const line of [...DECLARED, ...messages]) survey.push(line);
    let asked = 0;
    const counting: Labeller = {
      ...labeller,
      labelOf(text) {
        asked++;
        return labeller.labelOf(text);
      },
    };
    const folding = createFolding(survey.done(), counting);
    for (let from = 0; from < messages.length; from += 50) {
      const batch = messages.slice(from, from + 50);
      folding.judgeAhead(batch);
      for (const line of batch) folding.push(line);
    }
    expect(folding.done()[0]?.days).toEqual(inOrder[0]?.days);
    expect(asked).toBe(new Set(messages.map(line => line.text)).size);
  });

  test('hold no text', () => {
    expect(JSON.stringify(inOrder[0]?.days)).not.toMatch(/办理|服务站/);
  });

  test('find a name in the text where the chat carries no mentions', () => {
    const asked = message(0);
    const answer = message(1, { text: '@member0 到三号窗口办理', replyTo: null });
    const { days } = fold([...DECLARED, asked, answer]).histories[0] ?? { days: [] };
    expect(days[0]?.replies).toMatchObject([{ toMessageId: 'm0', rule: 'mention', toIds: ['member0'] }]);
  });
});

describe('a message that carries what it was judged to be', () => {
  const version = `${SUBSTANCE_VERSION} test`;
  const carried = (more: Partial<MessageFact>): MessageFact => ({
    label: 'question',
    confidence: 0.8,
    substance: 'words',
    han: 9,
    fingerprint: 'f',
    isThanks: false,
    isNotSolved: false,
    line: null,
    version,
    ...more,
  });
  const needsOf = (text: string | null, fact: MessageFact) =>
    fold([...DECLARED, message(0, { text, fact })]).histories[0]?.days.flatMap(day => day.needs).length;

  test('is not judged anew by the same rules, nor where its text is gone', () => {
    expect(needsOf('明天上午到服务站来看看', carried({}))).toBe(1);
    expect(needsOf(null, carried({ version: 'of long ago' }))).toBe(1);
  });

  test('is judged anew by other rules while its text is there', () => {
    expect(needsOf('明天上午到服务站来看看', carried({ version: 'of long ago' }))).toBe(0);
  });
});

describe('observation', () => {
  const first = message(0);
  const last = message(100, { group: 'h' });

  test('runs to the last message of any group where nothing is said of it', () => {
    const [g] = fold([...DECLARED, group('h'), first, last]).histories;
    expect(g?.observations).toEqual([{ from: first.sentAt, to: last.sentAt }]);
  });

  test('is what the archive says where it says something', () => {
    const span = { from: new Date(START), to: new Date(START + MINUTE) };
    const [g] = fold([
      ...DECLARED,
      { type: 'observation', group: 'g', ...span },
      first,
      message(9),
    ]).histories;
    expect(g?.observations).toEqual([span]);
  });

  test('ends where the group went on as another, whose age it becomes', () => {
    const at = new Date(START + 60 * MINUTE);
    const born = new Date('2025-01-01T00:00:00Z');
    const [old, next] = fold([
      ...DECLARED.slice(0, -1),
      group('g', { createdAt: born }),
      group('h', { createdAt: at }),
      { type: 'group-change', from: 'g', to: 'h', at, act: 'rebuild' },
      first,
      last,
    ]).histories;
    expect(old?.observations).toEqual([{ from: first.sentAt, to: at }]);
    expect(next?.group.createdAt).toEqual(born);
  });
});

test('what is held back to be put in order never grows beyond its reach', () => {
  const released: number[] = [];
  const order = createReorder<number>(
    REORDER_REACH,
    (a, b) => a - b,
    n => void released.push(n),
  );
  for (let n = 0; n < 5000; n++) {
    order.push(n ^ 1);
    expect(n + 1 - released.length).toBeLessThanOrEqual(REORDER_REACH);
  }
  order.flush();
  expect(released).toEqual(Array.from({ length: 5000 }, (_, n) => n));
});
