import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dialect } from '../../db/columns.ts';
import { groupHistory } from '../../db/group-histories.ts';
import { memberships } from '../../db/schema.ts';
import { askMember, openAskOf, refuseSurvey, surveyState, wasAsked } from '../../db/survey.ts';
import { surveyOfCadres, surveyOfGroup, writeAnswer } from '../../db/survey-answers.ts';
import { forgetLink } from '../../db/survey-links.ts';
import { measureWindow } from '../../src/analysis/measure.ts';
import { timelineOf } from '../../src/analysis/timeline.ts';
import { lastDayAt, windowEnding } from '../../src/analysis/window.ts';
import { startOfDay } from '../../src/time.ts';
import { addNeighbours, link, pastMonth } from '../support/survey-world.ts';
import { CADRE, GROUP, MEMBER, openWorld, type TestWorld, TUESDAY } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const EVER = new Date(0);
const ask = (personId: string, now = TUESDAY, cadreId = CADRE) =>
  world.open.db.transaction(tx => askMember(tx, { cadreId, personId }, now));
async function answer(personId: string, knows: boolean, now = TUESDAY): Promise<string> {
  await ask(personId, now);
  return world.open.db.transaction(async tx => {
    const found = await openAskOf(tx, personId, EVER);
    if (!found) throw new Error(`nothing was asked of ${personId}`);
    return writeAnswer(tx, found, knows, now);
  });
}

describe('a question', () => {
  it('comes once a quarter, whatever the cadre, and at once from two sides only once', async () => {
    expect((await Promise.all([ask(MEMBER), ask(MEMBER)])).filter(Boolean)).toHaveLength(1);
    expect(await ask(MEMBER, TUESDAY, 'p-sun')).toBe(false);
    expect(await ask(MEMBER, new Date('2026-12-30T10:00:00+08:00'), 'p-sun')).toBe(false);
    expect(await ask(MEMBER, new Date('2027-01-04T10:00:00+08:00'), 'p-sun')).toBe(true);
    expect((await surveyState(world.open.db, TUESDAY)).asked).toHaveLength(2);
  });

  it('that was answered is open no more', async () => {
    await answer(MEMBER, true);
    expect(await openAskOf(world.open.db, MEMBER, EVER)).toBeNull();
    expect(await wasAsked(world.open.db, MEMBER)).toBe(true);
  });

  it('is known to be refused, once and for all', async () => {
    await link(world, [MEMBER]);
    await refuseSurvey(world.open.db, MEMBER, TUESDAY);
    await refuseSurvey(world.open.db, MEMBER, new Date('2027-01-04T10:00:00+08:00'));
    const { refusals, links } = await surveyState(world.open.db, TUESDAY);
    expect([...refusals]).toEqual([MEMBER]);
    expect(links).toMatchObject([{ cadreId: CADRE, cadreRole: 'cadre-full-time', personId: MEMBER }]);
  });
});

describe('answers', () => {
  it('lie in the order of their random ids, not in that in which they came', async () => {
    const ids = await addNeighbours(world, 12);
    for (const id of ids) await answer(id, true);
    await world.open.db.transaction(tx => forgetLink(tx, MEMBER, TUESDAY));
    const place = dialect === 'sqlite' ? 'rowid' : 'ctid';
    const rows = await world.open.rows(`select id from survey_answers order by ${place}`);
    expect(rows.map(row => row['id'])).toEqual(rows.map(row => String(row['id'])).sort());
  });

  it('of finished months are counted for their cadre', async () => {
    await pastMonth(world, { asked: 10, n: 7, k: 4 });
    await pastMonth(world, { asked: 3, n: 3, k: 3 }, { cadreId: 'p-sun' });
    const { asked, answers } = await surveyOfCadres(world.open.db, [CADRE], ['2026-09', '2026-10']);
    expect([asked, answers.length, answers.filter(each => each.knows).length]).toEqual([10, 7, 4]);
    expect(await surveyOfCadres(world.open.db, [CADRE], ['2026-09'])).toEqual({ asked: 0, answers: [] });
  });

  it('reach the history of their group with the Sunday of their week, and the same again when it is read again', async () => {
    const ids = await addNeighbours(world, 12);
    for (const [at, id] of ids.entries()) await answer(id, at < 9);
    await answer('p-from-elsewhere', false);
    const { db } = world.open;
    expect((await groupHistory(db, GROUP, '2026-11-28'))?.survey).toEqual({ asks: [], answers: [] });
    const history = await groupHistory(db, GROUP, '2026-11-29');
    expect(history?.survey.answers).toHaveLength(13);
    expect(await groupHistory(db, GROUP, '2026-11-29')).toEqual(history);
    if (!history) return;
    const window = windowEnding(
      timelineOf(history, startOfDay('2026-11-30')),
      lastDayAt(startOfDay('2026-11-30')),
    );
    expect(measureWindow(window).awareness).toMatchObject({
      asked: 13,
      answered: 13,
      responseRate: 1,
      k: 9,
      n: 13,
    });
    const later = { ...window, lastDay: window.lastDay + 90 };
    expect(measureWindow(later).awareness).toMatchObject({ asked: 0, k: null });
  });

  it('of members of another group of the same cadre do not count in this one', async () => {
    const { db } = world.open;
    await answer(MEMBER, true);
    expect((await surveyOfGroup(db, GROUP, [CADRE], '2026-12-01')).answers).toHaveLength(1);
    expect(await surveyOfGroup(db, 'g-other', [CADRE], '2026-12-01')).toEqual({ asks: [], answers: [] });
    await db.delete(memberships);
    expect((await surveyOfGroup(db, GROUP, [CADRE], '2026-12-01')).asks).toHaveLength(1);
  });
});
