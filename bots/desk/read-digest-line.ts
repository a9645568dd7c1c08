import { type DigestLine, digestLine } from '../../db/digest-lines.ts';
import { type Group, groupById } from '../../db/groups.ts';
import { leadersUpward } from '../../db/people.ts';
import { scoresOf } from '../../db/scores.ts';
import type { GroupAnalysis } from '../../src/analysis/group-analysis.ts';
import { Failure } from '../../src/errors.ts';
import { can } from '../../src/people.ts';
import { aboutLeaderWords, toMember } from '../../src/texts.ts';
import type { Words } from '../../src/words.ts';
import type { Turn } from '../turn.ts';

/** What a number of the leader's last digest stands for. */
export interface ReadLine {
  line: DigestLine;
  group: Group;
  /** Null when that week's score is gone. */
  analysis: GroupAnalysis | null;
}

/** The line a leader names by its number; they must still answer for the group. Throws one calm sentence otherwise. */
export async function readDigestLine({ tx, person }: Turn, words: Words): Promise<ReadLine> {
  const number = words.number ?? 0;
  const line = await digestLine(tx, person.id, number);
  const group = line && (await groupById(tx, line.groupId));
  if (!line || !group) throw new Failure('not-understood', aboutLeaderWords.noSuchLine(number));
  const leaderIds = (await leadersUpward(tx, group.unitId)).map(leader => leader.id);
  if (!can(person, 'see-digest', { leaderIds })) throw new Failure('not-allowed', toMember.notYours());
  const [score] = await scoresOf(tx, [line.groupId], [line.week]);
  return { line, group, analysis: score?.analysis ?? null };
}
