import type { GroupAnalysis } from '../analysis/group-analysis.ts';
import { numberIn, sayNumber } from './read-values.ts';

const UNKNOWN: Readonly<Record<string, string>> = {
  'no-cadre': '还不知道谁是这个群的干部，所以不下结论。',
  young: '看到这个群还不满30天，所以不下结论。',
  coverage: '30天里看到的时间不够七成，所以不下结论。',
};

/** What must be done before an unknown group can be judged. */
const CURE: Readonly<Record<string, string>> = {
  'no-cadre': '请在名册里写上这个群的干部，再看一次。',
  young: '满30天后再看。',
  coverage: '请导出更完整的聊天记录，再看一次。',
};

/** Why a group is unknown, as its analysis says it; empty for any other state. */
export const unknownReasonIn = ({ measures }: GroupAnalysis): string =>
  String(measures['M4']?.['unknownReason'] ?? '');

/** What to do with an unknown group. */
export const cureOf = (analysis: GroupAnalysis): string =>
  CURE[unknownReasonIn(analysis)] ?? '数据补齐后再看。';

type Say = (of: (id: string, name: string) => string, analysis: GroupAnalysis) => string;

/** The signs that made a group cool; metrics.md M4: any two of M1, M2, M3. */
const coolingSigns: Say = (of, { measures }) => {
  const silent = of('M1', 'messages') === '0' ? '干部没有说话' : `干部只说了${of('M1', 'messages')}次`;
  const helpless = of('M2', 'needs') === '0' ? '没有人来求助' : `${of('M2', 'needs')}件诉求没有人帮成`;
  const signs = [
    measures['M1']?.['isSilent'] === true ? silent : '',
    numberIn(measures['M2'], 'help') === 0 ? helpless : '',
    measures['M3']?.['isQuiet'] === true ? `只有${of('M3', 'activeDays')}天有群众说话` : '',
  ].filter(sign => sign !== '');
  return signs.length > 0 ? `30天里${signs.join('，')}。` : '最近几天好转了，再稳住几天才算正常。';
};

const WHY: Record<GroupAnalysis['state'], Say> = {
  cold: of =>
    `30天里干部说了${of('M1', 'messages')}次，群众只在${of('M3', 'activeDays')}天里说过话，${of('M2', 'needs')}件诉求帮成${of('M2', 'help')}件。`,
  'one-way': of =>
    `30天里干部发了${of('M6', 'cadrePosts')}条，群众说了${of('M6', 'memberMessages')}句；${of('M6', 'bursts')}批通知有${of('M6', 'echoedBursts')}批有人应。`,
  'busy-no-help': of =>
    `30天里群众说了${of('M3', 'messages')}句，提了${of('M2', 'needs')}件诉求，由人帮成的${of('M2', 'help')}件。`,
  bursty: of =>
    `30天里干部说了${of('M1', 'messages')}次，却集中在几天，最长隔${of('M5', 'longestGap')}个工作日没来。`,
  cooling: coolingSigns,
  healthy: of =>
    `30天里${of('M2', 'needs')}件诉求有人帮的${of('M2', 'help')}件，干部最近4周里有${of('M1', 'weeks')}周说话，群众在${of('M3', 'activeDays')}天里说过话。`,
  unknown: (_, analysis) => UNKNOWN[unknownReasonIn(analysis)] ?? '数据不够，所以不下结论。',
  exempt: () => '这是办公群或通知群，不评。',
};

/** The evidence for a group's state in one line, from the numbers of its window. */
export const whyState = (analysis: GroupAnalysis): string =>
  WHY[analysis.state]((id, name) => sayNumber(numberIn(analysis.measures[id], name)), analysis);
