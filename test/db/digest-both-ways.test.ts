import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDb } from '../../db/connect.ts';
import { digestInput } from '../../db/digest-inputs.ts';
import { themesOf } from '../../db/themes.ts';
import type { GroupAnalysis } from '../../src/analysis/group-analysis.ts';
import { archiveThemes, createNeedWords } from '../../src/archive/archive-themes.ts';
import { digestInputOf, groupsLedBy } from '../../src/archive/digest-archive.ts';
import { createFolding } from '../../src/archive/histories.ts';
import type { ArchiveLine } from '../../src/archive/line.ts';
import { parseLine } from '../../src/archive/parse-line.ts';
import { createSurvey } from '../../src/archive/survey.ts';
import { readConfig } from '../../src/config.ts';
import { endOfWeek } from '../../src/digest/gather-input.ts';
import { composeDigest, type DigestInput } from '../../src/digest.ts';
import { neighbourhood } from '../../src/neighbourhood/neighbourhood.ts';
import { gatherThemes } from '../../workers/jobs/gather-themes.ts';
import { analyzeInDb, judging } from '../support/archive-paths.ts';
import { openTestDb } from '../support/open-test-db.ts';

const WEEK = '2026-W47';
const MONDAY = endOfWeek(WEEK);
const { classify, version } = judging;

/** The digest's input as the command makes it of an archive. */
function outOfArchive(lines: readonly ArchiveLine[], leaderId: string): DigestInput {
  const surveying = createSurvey();
  for (const line of lines) surveying.push(line);
  const survey = surveying.done();
  const words = createNeedWords(WEEK);
  const folding = createFolding(survey, { version, labelOf: classify }, words.see);
  for (const line of lines) if (line.type === 'message') folding.push(line);
  const led = groupsLedBy(survey, folding.done(), leaderId);
  const themes = archiveThemes(survey, led.histories, { week: WEEK, words });
  return digestInputOf(survey, led, { leaderId, week: WEEK, themes });
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The same archive imported, folded, scored and gathered by the jobs. */
async function outOfDb(
  open: OpenDb,
  lines: readonly ArchiveLine[],
  of: { leaderId: string; unitId: string },
) {
  await analyzeInDb(open, lines, MONDAY);
  await gatherThemes.run({
    db: open.db,
    now: MONDAY,
    clock: { now: () => MONDAY },
    log: quiet,
    config: readConfig({}),
    scrub: open.scrub,
    drawDigest: () => Promise.reject(new Error('nothing is drawn here')),
  });
  return digestInput(open.db, { ...of, week: WEEK, isLate: false, href: null, now: MONDAY });
}

/** What an archive cannot say is left out: survey, catalogue, FAQ and load (M14, M18-M20), and what rests on them. */
const plainGroup = ({ measures, notEvaluated: _, pooled: __, ...rest }: GroupAnalysis) => {
  const { M14: _a, M18: _b, M19: _c, M20: _d, ...known } = measures;
  return { ...rest, measures: known };
};
const plain = (input: DigestInput | null) => input && { ...input, groups: input.groups.map(plainGroup) };

describe('a digest out of an archive and out of the database', () => {
  let open: OpenDb;
  beforeEach(async () => {
    open = await openTestDb();
  });
  afterEach(() => open.close());

  it('is composed of the same for a whole street', async () => {
    const { lines } = neighbourhood({ now: new Date(MONDAY.getTime() + 3_600_000) });
    const leaderId = lines.flatMap(line => (line.type === 'unit' ? line.leaders : []))[0] ?? '';
    const unitId = lines.flatMap(line => (line.type === 'unit' && line.leaders.length ? [line.id] : []))[0];
    const archived = outOfArchive(lines, leaderId);
    const stored = await outOfDb(open, lines, { leaderId, unitId: unitId ?? '' });
    expect(plain(stored)).toEqual(plain(archived));
    expect(archived.groups).toHaveLength(12);
    expect(archived.helped.persons).toBeGreaterThan(0);
    expect(stored && composeDigest(stored, MONDAY).text).toBe(composeDigest(archived, MONDAY).text);
  }, 120_000);

  it('tells the same themes, tasks and straight-up words', async () => {
    const archived = outOfArchive(ASKED, 'p-zhao');
    const stored = await outOfDb(open, ASKED, { leaderId: 'p-zhao', unitId: 'u1' });
    expect(plain(stored)).toEqual(plain(archived));
    expect(archived.themes[0]).toMatchObject({ topic: '加装电梯', persons: 6, personsBefore: 0 });
    expect(archived.straightUp).toEqual([2]);
    expect(archived.improvements).toEqual({ open: 1, overdue: 1 });
    expect(archived.overdue[0]?.topic).toBe('门口堆物没人清');
    expect(await themesOf(open.db, 'u0', WEEK)).toEqual(archived.themes);
  });
});

const QUESTIONS = [
  '请问老楼加装电梯怎么申请？',
  '加装电梯一楼不同意怎么办？',
  '加装电梯要几户签字才行？',
  '请问加装电梯每户要出多少钱？',
  '加装电梯的方案在哪里看？',
  '请问加装电梯什么时候能开工？',
];
const ASKED: ArchiveLine[] = [
  `{"type":"unit","id":"u0","name":"静安区","parent":null,"level":"district","line":"youth"}`,
  `{"type":"unit","id":"u1","name":"彭浦街道","parent":"u0","level":"street","line":"youth","leaders":["p-zhao"]}`,
  `{"type":"person","id":"p-wang","name":"王芳","role":"cadre-full-time"}`,
  `{"type":"person","id":"p-zhao","name":"赵敏","role":"leader"}`,
  ...QUESTIONS.map(
    (_, n) => `{"type":"person","id":"p${n}","name":"邻居${'甲乙丙丁戊己'[n]}","role":"member"}`,
  ),
  `{"type":"group","id":"g1","name":"彭浦青年之家","unit":"u1","size":80,"createdAt":"2026-01-01T00:00:00Z","cadres":["p-wang"]}`,
  ...QUESTIONS.map((_, n) => `{"type":"membership","group":"g1","person":"p${n}","role":"member"}`),
  `{"type":"observation","group":"g1","from":"2026-09-01T00:00:00Z","to":"2026-11-23T00:00:00Z"}`,
  `{"type":"message","id":"m-old","group":"g1","sender":"p0","sentAt":"2026-11-11T02:00:00Z","kind":"text","text":"今天的太阳真好"}`,
  ...QUESTIONS.map(
    (text, n) =>
      `{"type":"message","id":"m${n}","group":"g1","sender":"p${n}","sentAt":"2026-11-1${Math.min(n + 6, 9)}T0${n}:00:00Z","kind":"text","text":"${text}"}`,
  ),
  `{"type":"message","id":"m-a","group":"g1","sender":"p-wang","sentAt":"2026-11-20T02:10:00Z","kind":"text","text":"到街道服务中心3号窗口申请","replyTo":"m0"}`,
  `{"type":"ticket","id":"t1","group":"g1","requester":"p1","openedAt":"2026-11-17T02:00:00Z","topic":"王芳，门口堆物没人清","message":null}`,
  `{"type":"ticket-event","ticket":"t1","at":"2026-11-18T03:00:00Z","by":"p1","act":"escalate"}`,
  `{"type":"ticket","id":"t2","kind":"improvement","group":"g1","requester":"p-zhao","openedAt":"2026-11-02T02:00:00Z","topic":"到群里看一看","message":null}`,
].flatMap(text => {
  const parsed = parseLine(text);
  if ('fault' in parsed) throw new Error(`${parsed.fault}: ${text}`);
  return [parsed.line];
});
