import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sayCalibration } from '../../cli/say-calibration.ts';
import { BANDS } from '../../src/understanding/bands.ts';
import { aFolder, run } from './run.ts';

const CALIBRATION = {
  bands: { ...BANDS, answerAsked: 0.84, answerUnasked: 0.93 },
  entries: 20,
  leftOut: 20,
  leftOutAnswered: 1,
  phrasings: 16,
  phrasingsAnswered: 8,
  phrasingsRight: 6,
  verdicts: 0,
  useful: 0,
};
const SURE = /^answers from 0\.\d\d on when asked, from 0\.\d\d on unasked \((\d+) entries\)$/mu;

describe('faq list', () => {
  it('says below the entries how sure the bot is on them', async () => {
    const { code, out, err } = await run(['faq', 'list']);
    expect(code).toBe(0);
    expect(err).toBe('');
    const lines = out.trim().split('\n');
    const entries = lines.filter(line => line.includes('\t'));
    expect(SURE.exec(out)?.[1]).toBe(String(entries.length));
    expect(lines.findIndex(line => SURE.test(line))).toBe(entries.length);
    expect(out).toMatch(/of \d+ entries taken away, another would have answered \d+ %/u);
    expect(out).toMatch(/of \d+ phrasings taken away, \d+ % were still answered, \d+ % of those rightly/u);
    expect(out).toContain('nobody has said 有用 or 没用 yet: the start is careful');
  });

  it('with --json prints the entries alone, and says the same beside them', async () => {
    const plain = await run(['faq', 'list']);
    const { code, out, err } = await run(['faq', 'list', '--json']);
    expect(code).toBe(0);
    const entries = z.array(z.object({ id: z.string() })).parse(JSON.parse(out));
    expect(SURE.exec(err)?.[1]).toBe(String(entries.length));
    expect(plain.out.endsWith(err)).toBe(true);
  });

  it('counts the entries of the installation too', async () => {
    const folder = aFolder();
    const before = await run(['faq', 'list'], { folder });
    writeFileSync(
      join(folder, 'more.csv'),
      'id,question,answer,issuer,issuedOn\nx1,图书馆几点关门,晚上八点,街道办,2026-09\n',
    );
    const imported = await run(['faq', 'import', 'more.csv'], { folder });
    expect(imported.code, imported.err).toBe(0);
    const after = await run(['faq', 'list'], { folder });
    expect(Number(SURE.exec(after.out)?.[1])).toBe(Number(SURE.exec(before.out)?.[1]) + 1);
  });
});

describe('how sure it is', () => {
  it('is said in shares of what was tried', () => {
    expect(sayCalibration(CALIBRATION)).toEqual([
      'answers from 0.84 on when asked, from 0.93 on unasked (20 entries)',
      '  of 20 entries taken away, another would have answered 5 %',
      '  of 16 phrasings taken away, 50 % were still answered, 75 % of those rightly',
      '  nobody has said 有用 or 没用 yet: the start is careful',
    ]);
  });

  it('says what people said, and nothing of phrasings where there are none', () => {
    const said = sayCalibration({ ...CALIBRATION, phrasings: 0, verdicts: 8, useful: 6 });
    expect(said).toHaveLength(3);
    expect(said.at(-1)).toBe('  people said 有用 to 75 % of 8 answers');
  });

  it('of an empty base is said without dividing by nothing', () => {
    const empty = { ...CALIBRATION, entries: 0, leftOut: 0, leftOutAnswered: 0, phrasings: 0 };
    expect(sayCalibration(empty).join()).not.toContain('NaN');
  });
});
