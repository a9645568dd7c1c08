import { describe, expect, it } from 'vitest';
import { readFaqContent } from '../../cli/content.ts';
import { type FaqEntry, faqYamlSchema, kbLineSchema, mayBeAnswered } from '../../src/faq.ts';
import { toMember } from '../../src/texts/to-member.ts';

const entry: FaqEntry = {
  id: 'e1',
  question: '居住证怎么续签',
  answer: '到派出所办。',
  phrasings: [],
  issuer: '公安',
  issuedOn: '2026-09',
  href: null,
  status: 'verified',
  unitId: null,
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  version: 1,
};
const place = { day: '2026-11-24', unitIds: ['u1'], isDemo: false };

describe('what may be answered', () => {
  it('is verified, in force and holds everywhere', () => {
    expect(mayBeAnswered(entry, place)).toBe(true);
  });

  it('is in force on its first and its last day, and on no day outside', () => {
    for (const day of ['2026-01-01', '2026-12-31'])
      expect(mayBeAnswered(entry, { ...place, day })).toBe(true);
    for (const day of ['2025-12-31', '2027-01-01'])
      expect(mayBeAnswered(entry, { ...place, day })).toBe(false);
  });

  it('is never unverified outside the demo', () => {
    const unverified = { ...entry, status: 'unverified' } as const;
    expect(mayBeAnswered(unverified, place)).toBe(false);
    expect(mayBeAnswered(unverified, { ...place, isDemo: true })).toBe(true);
  });

  it("is never another unit's", () => {
    expect(mayBeAnswered({ ...entry, unitId: 'u2' }, place)).toBe(false);
    expect(mayBeAnswered({ ...entry, unitId: 'u1' }, place)).toBe(true);
  });

  it('is never an entry without an answer', () => {
    expect(mayBeAnswered({ ...entry, answer: null }, { ...place, isDemo: true })).toBe(false);
    expect(mayBeAnswered({ ...entry, answer: ' ' }, { ...place, isDemo: true })).toBe(false);
  });
});

describe('reading entries', () => {
  const row = { id: 'a', question: 'q', answer: 'a', issuer: 'i', issuedOn: '2026-09', status: 'verified' };

  it('names the unit of a local entry and leaves the rest empty', () => {
    expect(faqYamlSchema.parse([{ ...row, unit: 'demo' }])[0]).toMatchObject({
      unitId: 'demo',
      href: null,
      version: 1,
    });
  });

  it('refuses unknown fields, wrong days and an id used twice', () => {
    expect(faqYamlSchema.safeParse([{ ...row, extra: 1 }]).success).toBe(false);
    expect(faqYamlSchema.safeParse([{ ...row, issuedOn: '去年' }]).success).toBe(false);
    expect(faqYamlSchema.safeParse([row, row]).success).toBe(false);
  });

  it('takes a line of a knowledge base as unverified, with or without an answer', () => {
    const line = kbLineSchema.parse({ id: 'k', question: 'q', answer: null, domain: 'x' });
    expect(line).toMatchObject({ id: 'k', answer: null, status: 'unverified', phrasings: [] });
  });
});

describe('content/faq.yaml', async () => {
  const faq = await readFaqContent();
  const verified = faq.filter(each => each.status === 'verified');

  it('has at least 60 entries with three to six phrasings each', () => {
    expect(faq.length).toBeGreaterThanOrEqual(60);
    expect(faq.filter(each => each.phrasings.length < 3 || each.phrasings.length > 6)).toEqual([]);
  });

  it.each(['12355', '12338', '12348', '12356', '12333', '12345', '12315', '12393', '96110', '119'])(
    'knows %s for certain',
    number => {
      expect(verified.some(each => each.answer?.includes(number))).toBe(true);
    },
  );

  it('keeps places and hours of a unit to the demo', () => {
    const local = faq.filter(each => each.unitId !== null || /窗口|\d:\d\d/u.test(each.answer ?? ''));
    expect(local.length).toBeGreaterThan(0);
    expect(local.filter(each => each.unitId !== 'demo' || each.status !== 'unverified')).toEqual([]);
  });

  it('fits one message of 90 characters with its source and next step', () => {
    const long = faq.filter(({ answer, issuer, issuedOn }) => {
      return toMember.answer({ answer: answer ?? '', issuer, issuedOn }).length > 90;
    });
    expect(long.map(each => each.id)).toEqual([]);
  });
});
