import type { GroupHistory } from '../../src/analysis/group-history.ts';
import { createFolding } from '../../src/archive/histories.ts';
import { createSurvey } from '../../src/archive/survey.ts';
import { labellerAsMeant } from '../../src/communities/analyse-community.ts';
import { type Community, makeCommunity, type Recipe } from '../../src/communities/community.ts';

/** The histories of all groups of a generated community, every text labelled as its maker meant it. */
export function historiesOfCommunity(recipe: Recipe): { community: Community; histories: GroupHistory[] } {
  const community = makeCommunity(recipe);
  const survey = createSurvey();
  for (const line of community.lines) survey.push(line);
  const folding = createFolding(survey.done(), labellerAsMeant(community));
  for (const line of community.lines) if (line.type === 'message') folding.push(line);
  return { community, histories: folding.done() };
}
