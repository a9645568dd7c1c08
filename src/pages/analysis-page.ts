import { type Finding, type GroupAnalysis, METRICS_VERSION } from '../analysis/group-analysis.ts';
import { STATE_WORDS } from '../digest/state-words.ts';
import { dayOf } from '../time.ts';
import { ANALYSIS_STYLE } from './analysis-style.ts';
import { escapeMarkup } from './escape-markup.ts';
import { groupCard } from './group-card.ts';
import { sayDate } from './read-values.ts';
import { countStates, sayCounts, stateBar } from './state-counts.ts';

/** A unit with the groups of itself and of all units below it. */
export interface UnitGroups {
  name: string;
  groups: readonly GroupAnalysis[];
  findings: readonly Finding[];
}

export interface AnalysisPage {
  asOf: Date;
  /** In the order of the archive: the page ranks nobody. */
  groups: readonly GroupAnalysis[];
  units: readonly UnitGroups[];
}

const idOf = (index: number): string => `g${index + 1}`;

/** Up to so many groups are found by scrolling. */
const FEW = 5;

/** How many groups are in which state; of many groups, with links to their cards. */
function stateList(groups: readonly GroupAnalysis[]): string {
  if (groups.length <= FEW) return `<p>${sayCounts(countStates(groups))}。</p>`;
  return countStates(groups)
    .map(({ state, count }) => {
      const links = groups.flatMap((group, index) =>
        group.state === state ? [`<a href="#${idOf(index)}">${escapeMarkup(group.name)}</a>`] : [],
      );
      return `<details><summary>${STATE_WORDS[state].word}：${count}个群</summary><div class="list">${links.join('')}</div></details>`;
    })
    .join('');
}

function unitSection({ name, groups, findings }: UnitGroups): string {
  const counts = countStates(groups);
  const advice = findings.map(({ prescription }) => `<p>${escapeMarkup(prescription)}</p>`).join('');
  return `<section class="unit"><h3>${escapeMarkup(name)}</h3>${stateBar(counts)}<p>${groups.length}个群：${sayCounts(counts)}。</p>${advice}</section>`;
}

/** Said first when no group's cadre is known: the most common beginning. */
function noticeOf(groups: readonly GroupAnalysis[]): string {
  const isWithoutRoster =
    groups.length > 0 && groups.every(({ measures }) => measures['M4']?.['unknownReason'] === 'no-cadre');
  if (!isWithoutRoster) return '';
  return `<p class="notice">还没有名册，不知道谁是干部，所以每个群都是“未知”。请做这页的人先用 roster guess 猜一份名册，由熟悉情况的人改好，再做一次。</p>`;
}

/**
 * What was found in an archive, as one page that needs nothing else: no server, no script, no picture, no font from
 * elsewhere. It counts and describes groups and names nobody.
 */
export function analysisPage({ asOf, groups, units }: AnalysisPage): string {
  const title = `${groups.length}个群的情况`;
  const lastDay = dayOf(new Date(asOf.getTime() - 1));
  const shown = units.filter(unit => unit.groups.length > 0);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${ANALYSIS_STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="soft">看到${sayDate(lastDay)}为止，每个群看30天。</p>
${noticeOf(groups)}
${stateBar(countStates(groups))}
${stateList(groups)}
${shown.length > 1 ? `<h2>各单位</h2>${shown.map(unitSection).join('\n')}` : ''}
<h2>各个群</h2>
<p class="soft">按档案里的先后排列，不分名次。</p>
${groups.map((group, index) => groupCard(group, idOf(index))).join('\n')}
<h2>这页怎么来的</h2>
<p>由聊天记录算出，指标第${METRICS_VERSION}版。只看群和服务，不给任何人打分，也不写任何人的名字。</p>
<p>没有数据的写“未知”，不当作零；未知的群不算冷群。</p>
</main>
</body>
</html>
`;
}
