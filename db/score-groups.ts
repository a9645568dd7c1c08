import { viewTimeline } from '../src/analysis/analyze-group.ts';
import { dayNumberOf } from '../src/analysis/day-number.ts';
import type { GroupHistory } from '../src/analysis/group-history.ts';
import { type DailyState, evaluateDays } from '../src/analysis/state.ts';
import { THRESHOLDS } from '../src/analysis/thresholds.ts';
import { type Timeline, timelineOf } from '../src/analysis/timeline.ts';
import { lastMomentOf, type ScoringWeek, weeksUpTo } from '../src/analysis/weeks-to-score.ts';
import { factsOfPack, openPack } from '../src/packs/open-pack.ts';
import type { Db } from './connect.ts';
import { groupHistories } from './group-histories.ts';
import type { PackedGroup } from './packs.ts';
import { scoredAtOf, type WeekScore, writeScores } from './scores.ts';
import { saveStandings, standingsOf } from './standings.ts';

/** What a night's scoring of some groups comes to. */
interface Scoring {
  scores: WeekScore[];
  standings: Map<string, DailyState>;
}

/** A pack's timeline at the end of its last day; null when that is not the day asked for. */
function timelineIn(group: PackedGroup, day: string): Timeline | null {
  const isThrough = factsOfPack(group.pack)?.through === dayNumberOf(day);
  return isThrough ? openPack(group.pack, { asOf: lastMomentOf(day), group }) : null;
}

/** The first day whose state can be reckoned from a pack: its whole window lies in it, or nothing came before. */
function reckonableFrom({ pack }: PackedGroup): number {
  const facts = factsOfPack(pack);
  if (!facts) return Number.POSITIVE_INFINITY;
  return facts.isWhole ? Number.NEGATIVE_INFINITY : facts.first + THRESHOLDS.windowDays - 1;
}

/** A state of a day after this one was reckoned already: that day is asked for once more. */
const isLater = (standing: DailyState | undefined, day: string): boolean =>
  standing !== undefined && standing.day > day;

/** Where a group stands at the end of a day, going on from where it stood; undefined when its pack does not reach back. */
function standingFrom(
  group: PackedGroup,
  timeline: Timeline,
  { before, day }: { before: DailyState | undefined; day: string },
): DailyState | null | undefined {
  const known = isLater(before, day) ? undefined : before;
  const from = known ? dayNumberOf(known.day) + 1 : Number.NEGATIVE_INFINITY;
  if (from < reckonableFrom(group)) return undefined;
  return evaluateDays(timeline, dayNumberOf(day), known).at(-1) ?? known ?? null;
}

/** The score of a week from the whole history, with the state in which its last day leaves the group. */
function scoreHistory(history: GroupHistory, { week, lastDay }: ScoringWeek) {
  const timeline = timelineOf(history, lastMomentOf(lastDay));
  const standing = evaluateDays(timeline, dayNumberOf(lastDay)).at(-1) ?? null;
  return { score: { week, analysis: viewTimeline(timeline, standing).analysis }, standing };
}

/** The weeks of a group that are to be scored: the running one, and those whose score is from before their end. */
const weeksDue = (weeks: readonly ScoringWeek[], groupId: string, scoredAt: ReadonlyMap<string, Date>) =>
  weeks.filter(({ week, end }, back) => back === 0 || (scoredAt.get(`${groupId} ${week}`) ?? 0) < end);

/** Scores groups from their packs; those that their packs do not suffice for are left for their histories. */
async function scorePacks(db: Db, groups: readonly PackedGroup[], weeks: readonly ScoringWeek[]) {
  const ids = groups.map(group => group.id);
  const scoredAt = await scoredAtOf(
    db,
    ids,
    weeks.map(({ week }) => week),
  );
  const standings = await standingsOf(db, ids);
  const [running] = weeks;
  const scoring: Scoring = { scores: [], standings: new Map() };
  const left = new Map<string, ScoringWeek[]>();
  for (const group of groups) {
    const due = weeksDue(weeks, group.id, scoredAt);
    const timeline = running ? timelineIn(group, running.lastDay) : null;
    const before = standings.get(group.id);
    const standing =
      timeline && running ? standingFrom(group, timeline, { before, day: running.lastDay }) : undefined;
    if (timeline && running && standing !== undefined) {
      scoring.scores.push({ week: running.week, analysis: viewTimeline(timeline, standing).analysis });
      if (standing && standing.day !== before?.day) scoring.standings.set(group.id, standing);
      due.shift();
    }
    if (due.length > 0) left.set(group.id, due);
  }
  return { scoring, left };
}

/**
 * Scores bound groups up to the end of `yesterday`: the running week from the packs and the states of the night before; weeks
 * that are missing, and states that must be reckoned anew, from the histories. Run again it writes the same.
 */
export async function scoreGroups(
  db: Db,
  groups: readonly PackedGroup[],
  { yesterday, now }: { yesterday: string; now: Date },
): Promise<number> {
  const weeks = weeksUpTo(yesterday);
  const { scoring, left } = await scorePacks(db, groups, weeks);
  for (const history of await groupHistories(db, [...left.keys()], yesterday)) {
    for (const week of left.get(history.group.id) ?? []) {
      const { score, standing } = scoreHistory(history, week);
      scoring.scores.push(score);
      if (standing && week.lastDay === yesterday) scoring.standings.set(history.group.id, standing);
    }
  }
  await db.transaction(async tx => {
    await writeScores(tx, scoring.scores, now);
    await saveStandings(tx, scoring.standings);
  });
  return scoring.scores.length;
}
