import { burstinessOf } from '../../src/analysis/measures/m05-regularity.ts';
import { quantileOfWaits } from '../../src/analysis/measures/m07-answered.ts';
import { concentrationOf } from '../../src/analysis/measures/m11-concentration.ts';
import type { Row } from '../../src/explain/define.ts';

const rowsOf = (rows: readonly Row[], kind: string) => rows.filter(row => row['kind'] === kind);
const sum = (rows: readonly Row[], field: string) => rows.reduce((all, row) => all + Number(row[field]), 0);
const where = (rows: readonly Row[], field: string) => rows.filter(row => row[field] === true).length;
const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);

/** Each number, had again from nothing but the printed rows. */
export const AGAIN: Record<string, (rows: readonly Row[]) => Record<string, unknown>> = {
  M1(rows) {
    const counted = rowsOf(rows, 'cadre-post').filter(row => row['counts']);
    const asked = rowsOf(rows, 'week').filter(row => row['isAsked']);
    const weeks = asked.filter(week => counted.some(post => post['week'] === week['week'])).length;
    return { messages: counted.length, weeks, workingWeeks: asked.length };
  },
  M2(rows) {
    const needs = rowsOf(rows, 'need');
    const parts = [where(needs, 'isHelped'), rowsOf(rows, 'handover').length];
    const visits = rowsOf(rows, 'visit').length + rowsOf(rows, 'call').length;
    const help = parts.reduce((all, part) => all + part, visits);
    return {
      needs: needs.length,
      needsHelped: parts[0],
      handovers: parts[1],
      visits,
      help,
      confirmed: where(needs, 'isConfirmed') + (parts[1] ?? 0),
      persons: where(rows, 'isNewPerson'),
      unheard: where(needs, 'isUnheard'),
      yield: help / Math.max(1, needs.length),
      botHelp: where(needs, 'isBotAnswered'),
    };
  },
  M3(rows) {
    const days = rowsOf(rows, 'day');
    const size = sum(rowsOf(rows, 'size'), 'people');
    const speakers = sum(days, 'newPeople');
    return {
      speakers,
      size,
      activeRatio: speakers / Math.max(1, size),
      activeDays: days.length,
      messages: sum(days, 'messages'),
    };
  },
  M4(rows) {
    const last = rows.at(-1);
    return last ? { state: last['state'], raw: last['raw'], since: last['since'] } : {};
  },
  M5(rows) {
    const since = rows.flatMap(row => (row['workdaysSince'] === null ? [] : [Number(row['workdaysSince'])]));
    const gaps = rowsOf(rows, 'cadre-day')
      .slice(1)
      .map(row => Number(row['workdaysSince']));
    return { longestGap: Math.max(0, ...since), gaps: gaps.length, burstiness: burstinessOf(gaps) };
  },
  M6(rows) {
    const [days, bursts] = [rowsOf(rows, 'day'), rowsOf(rows, 'burst')];
    const [posts, said] = [sum(days, 'cadrePosts'), sum(days, 'memberMessages')];
    return {
      cadrePosts: posts,
      memberMessages: said,
      share: share(posts, posts + said),
      bursts: bursts.length,
      echoedBursts: where(bursts, 'isEchoed'),
      echo: share(where(bursts, 'isEchoed'), bursts.length),
    };
  },
  M7(rows) {
    const waits = rows.map(row => ({
      minutes: Number(row['minutes']),
      isAnswered: row['isAnswered'] === true,
    }));
    const waiting = waits.filter(wait => !wait.isAnswered).map(wait => wait.minutes);
    return {
      needs: rows.length,
      answered: where(rows, 'isAnswered'),
      byCadre: rows.filter(row => row['by'] === 'cadre').length,
      answeredShare: share(where(rows, 'isAnswered'), rows.length),
      medianMinutes: quantileOfWaits(waits, 0.5),
      p90Minutes: quantileOfWaits(waits, 0.9),
      longestWaitMinutes: waiting.length > 0 ? Math.max(...waiting) : null,
      botAnswered: where(rows, 'isBotAnswered'),
    };
  },
  M8(rows) {
    const [linked, target, reached] = [sum(rows, 'linked'), sum(rows, 'target'), sum(rows, 'reached')];
    const [nominal, effective] = [share(linked, target), share(reached, Math.min(linked, target))];
    return {
      linked,
      target,
      reached,
      exchanged: sum(rows, 'exchanged'),
      nominal: nominal && Math.min(1, nominal),
      share: effective && Math.min(1, effective),
    };
  },
  M9(rows) {
    const byVolunteer = rows.filter(row => row['by'] === 'volunteer').length;
    return {
      answered: rows.length,
      byVolunteer,
      volunteers: where(rows, 'isNewVolunteer'),
      share: rows.length >= 5 ? byVolunteer / rows.length : null,
    };
  },
  M10(rows) {
    const talks = rowsOf(rows, 'talk');
    const known = talks.filter(row => row['role'] !== 'unknown');
    const withBackbone = sum(
      talks.filter(row => row['role'] === 'backbone'),
      'words',
    );
    const members = rowsOf(rows, 'members');
    const backbone = Number(members.find(row => row['role'] === 'backbone')?.['people']);
    return {
      exchanges: sum(known, 'words'),
      withBackbone,
      withUnknown: sum(talks, 'words') - sum(known, 'words'),
      share: share(withBackbone, sum(known, 'words')),
      shareOfMembers: share(backbone, sum(members, 'people')),
    };
  },
  M11: rows => concentrationOf(rows.map(row => [Number(row['messages']), Number(row['people'])])),
  M12(rows) {
    const closings = rowsOf(rows, 'closing');
    return {
      closed: closings.length,
      selfClosed: where(closings, 'isSelfClosed'),
      askedWithoutReply: closings.filter(row => row['isAsked'] && !row['isReplied']).length,
      selfClosedShare: share(where(closings, 'isSelfClosed'), closings.length),
      reopened: where(closings, 'isReopened'),
      parked: rowsOf(rows, 'parked').length,
    };
  },
  M13(rows) {
    const [tickets, ratings] = [rowsOf(rows, 'ticket'), rowsOf(rows, 'ratings')];
    const visited = tickets.filter(row => row['isVisited']);
    const solved =
      visited.filter(row => row['isConfirmed'] && !row['isReopened']).length +
      sum(ratings, 'solvedByRatingOnly');
    const [responded, satisfied] = [
      share(where(visited, 'isContacted'), visited.length),
      share(sum(ratings, 'satisfied') + 0.9 * sum(ratings, 'basic'), visited.length),
    ];
    return {
      closed: tickets.length,
      visited: visited.length,
      followUpShare: share(visited.length, tickets.length),
      withoutWords: visited.filter(row => !row['hasWords']).length,
      responded,
      solved: share(solved, visited.length),
      satisfied,
    };
  },
  M14(rows) {
    const [weeks, knows, helped] = [
      rowsOf(rows, 'week'),
      rowsOf(rows, 'knows')[0],
      rowsOf(rows, 'helped')[0],
    ];
    return {
      asked: sum(weeks, 'asked'),
      answered: sum(weeks, 'answered'),
      k: knows?.['k'] ?? null,
      share: knows ? Number(knows['k']) / Number(knows['n']) : null,
      helped: helped?.['k'] ?? null,
    };
  },
  M15: rows =>
    Object.fromEntries(
      ['joined', 'greeted', 'joinedAWeekAgo', 'spoke', 'joinedFourWeeksAgo', 'stayed'].map(name => [
        name,
        sum(rows, name),
      ]),
    ),
  M16(rows) {
    const [now] = rowsOf(rows, 'now');
    return {
      coverage:
        now && Number(now['linked']) > 0 ? Math.min(1, Number(now['linked']) / Number(now['target'])) : null,
    };
  },
  M17(rows) {
    const late = rows.filter(row => row['isInTime'] === false).length;
    return {
      sent: rows.length,
      inTime: where(rows, 'isInTime'),
      late,
      inTimeShare: share(where(rows, 'isInTime'), where(rows, 'isInTime') + late),
      acknowledged: rows.filter(row => row['ackHours'] !== null).length,
      told: rows.filter(row => row['toldHours'] !== null).length,
    };
  },
  M18(rows) {
    const [due, lines] = [rowsOf(rows, 'due'), rowsOf(rows, 'listed-line')];
    return {
      due: due.length,
      onTime: where(due, 'isOnTime'),
      share: share(where(due, 'isOnTime'), due.length),
      ...(lines.length > 0 ? { listed: lines.length, neverUsed: lines.length - where(lines, 'isUsed') } : {}),
    };
  },
  M19(rows) {
    const questions = rowsOf(rows, 'question');
    const verdicts = rowsOf(rows, 'verdicts');
    return {
      questions: questions.length,
      ...(verdicts.length > 0
        ? {
            useful: sum(verdicts, 'useful'),
            useless: sum(verdicts, 'useless'),
            staleClusters: rowsOf(rows, 'waiting-question').length,
          }
        : {}),
    };
  },
  M20: rows =>
    rows.length > 0
      ? {
          cadres: rows.length,
          sent: sum(rows, 'sent'),
          perCadre: sum(rows, 'sent') / rows.length,
          mostToOne: Math.max(...rows.map(row => Number(row['sent']))),
          atNight: sum(rows, 'atNight'),
        }
      : {},
  S: rows => ({ score: rows.length > 0 ? (100 * where(rows, 'isConfirmed')) / rows.length : null }),
};
