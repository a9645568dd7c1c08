import type { Band, Finding, GroupAnalysis } from '../analysis/group-analysis.ts';
import { detectors } from '../detectors/index.ts';
import { STATE_WORDS } from '../digest/state-words.ts';
import { escapeMarkup } from './escape-markup.ts';
import { missingFor } from './missing-data.ts';
import { numbersOf } from './numbers.ts';
import { sayDate } from './read-values.ts';
import { cureOf, whyState } from './why-state.ts';

const BANDS: Readonly<Record<Band, string>> = { green: '绿', yellow: '黄', red: '红', grey: '灰' };
const NO_HELP = { 'unanswered-needs': '有求无应', 'no-needs': '无人问津' } as const;

const titleOf = (name: string): string => detectors.find(detector => detector.name === name)?.title ?? name;

const findingItem = ({ detector, prescription }: Finding): string =>
  `<h4>${escapeMarkup(titleOf(detector))}</h4><p>${escapeMarkup(prescription)}</p>`;

/** So much can be done in one week. */
const MOST_AT_ONCE = 3;

/** What to do this week: the gravest findings at once, the rest one tap away. */
function adviceOf(analysis: GroupAnalysis): string {
  if (analysis.state === 'unknown') return `<div class="do"><p>${cureOf(analysis)}</p></div>`;
  const now = analysis.findings.filter(({ severity }) => severity !== 'note').slice(0, MOST_AT_ONCE);
  const later = analysis.findings.filter(finding => !now.includes(finding));
  const items = (findings: readonly Finding[]) => findings.map(findingItem).join('');
  const first = now.length > 0 ? `<div class="do"><p class="soft">这周做什么</p>${items(now)}</div>` : '';
  const rest =
    later.length > 0 ? `<details><summary>另外留意${later.length}件</summary>${items(later)}</details>` : '';
  return `${first}${rest}`;
}

/** Which detectors lacked data, and what they lacked; nothing for a group that is not judged at all. */
function unjudgedOf({ notEvaluated, state }: GroupAnalysis): string {
  if (notEvaluated.length === 0 || state === 'unknown') return '';
  const items = notEvaluated.map(name => `<li>${escapeMarkup(titleOf(name))}：${missingFor(name)}</li>`);
  return `<details><summary>没能判断的${notEvaluated.length}项</summary><ul>${items.join('')}</ul></details>`;
}

/** Where the group stands since when, in words. */
function standingOf({ state, band, noHelp, measures, day }: GroupAnalysis): string {
  const since = measures['M4']?.['since'];
  const from = typeof since === 'string' && state !== 'exempt' ? `，从${sayDate(since, day)}起` : '';
  const help = noHelp ? `·${NO_HELP[noHelp]}` : '';
  return `${STATE_WORDS[state].word}${help}（${BANDS[band]}${from}）`;
}

/** One group: state and why, what to do, its numbers, and what could not be judged. Nobody is named. */
export function groupCard(analysis: GroupAnalysis, id: string): string {
  const { mark, colour } = STATE_WORDS[analysis.state];
  return `<section class="group" id="${id}" aria-labelledby="${id}-name">
<div class="head"><span class="mark" style="background:${colour}" aria-hidden="true">${mark}</span>
<div><h3 id="${id}-name">${escapeMarkup(analysis.name)}</h3><p class="state">${standingOf(analysis)}</p></div></div>
<p>${whyState(analysis)}</p>
${adviceOf(analysis)}
${numbersOf(analysis)}
${unjudgedOf(analysis)}
</section>`;
}
