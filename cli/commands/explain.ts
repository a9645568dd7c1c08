import { z } from 'zod';
import { groupHistory } from '../../db/group-histories.ts';
import { boundGroups } from '../../db/groups.ts';
import { analyzeGroup } from '../../src/analysis/analyze-group.ts';
import type { GroupDay } from '../../src/analysis/group-day.ts';
import type { GroupHistory } from '../../src/analysis/group-history.ts';
import { endOfWeek } from '../../src/archive/digest-archive.ts';
import { Failure } from '../../src/errors.ts';
import { addDays, dayOf } from '../../src/time.ts';
import { foldArchive, surveyArchive } from '../fold-archive.ts';
import { withDatabase } from '../with-database.ts';
import { type CommandContext, defineCommand } from './define.ts';
import { flag, week, words } from './words.ts';

const WINDOW_DAYS = 30;

/** Members are counted, never listed: a group's voice is how many spoke and how often. */
const speakersOf = (day: GroupDay) => ({
  people: day.speakers.length,
  posts: day.speakers.reduce((sum, speaker) => sum + speaker.posts.length, 0),
});

const ticketRows = ({ tickets }: GroupHistory, until: Date) =>
  tickets
    .filter(({ opening }) => opening.openedAt < until)
    .map(({ opening, events }) => ({
      number: opening.number,
      topic: opening.topic,
      openedAt: opening.openedAt,
      acts: events.filter(({ at }) => at < until).map(({ act, at }) => ({ act, at })),
    }));

/** Which rows stand behind a measure. */
function rowsBehind(
  measure: string,
  history: GroupHistory,
  days: readonly GroupDay[],
  until: Date,
): unknown[] {
  switch (measure) {
    case 'M1':
    case 'M5':
      return days.flatMap(({ day, cadrePosts }) => cadrePosts.map(post => ({ day, ...post })));
    case 'M2':
    case 'M7':
      return days.map(({ day, needs, replies, marks }) => ({ day, needs, replies, marks }));
    case 'M3':
    case 'M11':
      return days.map(day => ({ day: day.day, ...speakersOf(day) }));
    case 'M6':
      return days.map(day => ({ day: day.day, cadrePosts: day.cadrePosts.length, ...speakersOf(day) }));
    case 'M8':
      return days.flatMap(({ day, replies }) => replies.map(reply => ({ day, ...reply })));
    case 'M12':
    case 'M13':
      return ticketRows(history, until);
    case 'M15':
      return history.members.flatMap(({ joinedAt, leftAt }) => (joinedAt ? [{ joinedAt, leftAt }] : []));
    default:
      return days.map(day => ({
        day: day.day,
        cadrePosts: day.cadrePosts.length,
        needs: day.needs.length,
        replies: day.replies.length,
        ...speakersOf(day),
      }));
  }
}

const isAsked = (asked: string) => (group: { id: string; name: string }) =>
  group.id === asked || group.name === asked;

const unknownGroup = (asked: string, where: string) =>
  new Failure('no-such-group', `${where}: there is no group “${asked}”; give its id or its whole name`);

async function historyOf(ctx: CommandContext, asked: string, archive: string | undefined, until: Date) {
  if (archive !== undefined) {
    const file = ctx.path(archive);
    const histories = await foldArchive(file, await surveyArchive(file, undefined, ctx.note));
    const found = histories.find(history => isAsked(asked)(history.group));
    if (!found) throw unknownGroup(asked, file);
    return found;
  }
  return withDatabase(ctx, async ({ db, where }) => {
    const named = (await boundGroups(db)).find(isAsked(asked));
    const lastDay = addDays(dayOf(until), -1);
    const found = await groupHistory(db, named?.id ?? asked, lastDay);
    if (!found) throw unknownGroup(asked, where);
    return found;
  });
}

export const explain = defineCommand({
  name: 'explain',
  usage: 'explain <group> <measure> --week 2026-W47 [--archive ARCHIVE] [--json]',
  summary: 'the rows behind a number (M1 … M20), from the database or from an archive',
  options: { week: { type: 'string' }, archive: { type: 'string' }, json: { type: 'boolean' } },
  input: z.object({ week, archive: z.string().optional(), json: flag, rest: words('group', 'measure') }),
  async run(ctx, { week: askedWeek, archive, json, rest: [group = '', typed = ''] }) {
    const measure = typed.toUpperCase();
    const until = endOfWeek(askedWeek);
    const history = await historyOf(ctx, group, archive, until);
    const { measures, metrics, day } = analyzeGroup(history, until);
    const value = measures[measure];
    if (!value) {
      const known = Object.keys(measures).join(', ');
      throw new Failure('wrong-usage', `there is no measure “${typed}”; choose one of ${known}`);
    }
    const from = addDays(day, 1 - WINDOW_DAYS);
    const days = history.days.filter(row => row.day >= from && row.day <= day);
    const rows = rowsBehind(measure, history, days, until);
    if (json) {
      await ctx.printJson({
        group: history.group.id,
        measure,
        metrics,
        week: askedWeek,
        from,
        to: day,
        value,
        rows,
      });
      return;
    }
    await ctx.print(`${history.group.name} ${measure}（指标第${metrics}版）${from} 至 ${day}`);
    for (const [name, is] of Object.entries(value)) await ctx.print(`  ${name}\t${is ?? '—'}`);
    for (const row of rows) await ctx.print(JSON.stringify(row));
  },
});
