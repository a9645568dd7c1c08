import type { GroupAnalysis, UnitAnalysis } from '../analysis/group-analysis.ts';
import { analyzeArchive } from '../archive/analyze-archive.ts';
import { createFolding } from '../archive/histories.ts';
import type { Labeller } from '../archive/labeller.ts';
import { writeLine } from '../archive/line.ts';
import { parseLine } from '../archive/parse-line.ts';
import { createSurvey } from '../archive/survey.ts';
import type { Community } from './community.ts';

/** Reads a community as an archive is read, every line written and parsed, and analyses it as of its own moment. */
export function analyseCommunity(
  { lines, asOf }: Community,
  labeller: Labeller,
): { groups: GroupAnalysis[]; units: UnitAnalysis[] } {
  const survey = createSurvey();
  const read = lines.map(line => {
    const parsed = parseLine(writeLine(line));
    if ('fault' in parsed) throw new Error(parsed.fault);
    return parsed.line;
  });
  for (const line of read) survey.push(line);
  const folding = createFolding(survey.done(), labeller);
  for (const line of read) if (line.type === 'message') folding.push(line);
  const { groups, units } = analyzeArchive(survey.done(), folding.done(), asOf);
  return { groups: groups.map(({ analysis }) => analysis), units };
}

/** Labels every text as its maker meant it: what then goes wrong does not come from reading the sentences. */
export const labellerAsMeant = ({ meant }: Community): Labeller => ({
  version: 'as-meant',
  labelOf: text => ({ label: meant.get(text) ?? 'chatter', confidence: 1 }),
});

/** Reads every text once: sentences come back all over a community. */
export function remembering({ version, labelOf }: Labeller): Labeller {
  const known = new Map<string, ReturnType<Labeller['labelOf']>>();
  return {
    version,
    labelOf(text) {
      const label = known.get(text) ?? labelOf(text);
      known.set(text, label);
      return label;
    },
  };
}
