import type { MeasureRow } from './measure-row.ts';
import { numberIn, sayMinutes, sayNumber, sayShare } from './read-values.ts';

/** What was said in the group in its 30 days: M1 to M7, M11. */
export const TALK_ROWS: readonly MeasureRow[] = [
  {
    id: 'M1',
    name: '干部发言',
    definition:
      '30天里干部说了几次有内容的话。“收到”“好的”、单发链接和图片不算，相近的话只算一次。不到4次，或最近4周里只有1周说话，算没怎么发言。',
    say: values =>
      `${sayNumber(numberIn(values, 'messages'))}次，最近${sayNumber(numberIn(values, 'workingWeeks'))}周里有${sayNumber(numberIn(values, 'weeks'))}周说话`,
  },
  {
    id: 'M2',
    name: '诉求和帮助',
    definition:
      '群众问了、求了几件事，其中几件由人回应并且没有说“没解决”，加上办成的移交和群众认可的走访、电话。机器人自己的回答不算帮助。',
    say: values => {
      const confirmed = numberIn(values, 'confirmed') ?? 0;
      const told = confirmed > 0 ? `，群众自己说好的${confirmed}件` : '';
      return `诉求${sayNumber(numberIn(values, 'needs'))}件，有人帮的${sayNumber(numberIn(values, 'help'))}件${told}`;
    },
  },
  {
    id: 'M3',
    name: '群众说话',
    definition:
      '30天里多少群众说过有内容的话，有几天有人说话。不超过4天（不到30人的群不超过1天）算冷清；大群另看说话的人占几成。',
    say: values =>
      `${sayNumber(numberIn(values, 'speakers'))}人，${sayNumber(numberIn(values, 'activeDays'))}天，共${sayNumber(numberIn(values, 'messages'))}句`,
  },
  {
    id: 'M5',
    name: '来得规不规律',
    definition: '干部两次露面之间最长隔了几个工作日。超过10天，或总是扎堆出现，就是偶尔联系、突击联系。',
    say: values => `最长隔${sayNumber(numberIn(values, 'longestGap'))}个工作日`,
  },
  {
    id: 'M6',
    name: '是不是单向',
    definition:
      '群里的话有几成是干部发的，发出去的通知有几批在一天内有群众回应。干部占八成以上、又不到一成有人应，就是单向广播。',
    say: values =>
      numberIn(values, 'share') === null
        ? null
        : `干部占${sayShare(numberIn(values, 'share'))}，${sayNumber(numberIn(values, 'bursts'))}批里${sayNumber(numberIn(values, 'echoedBursts'))}批有人应`,
  },
  {
    id: 'M7',
    name: '多久有人回',
    definition:
      '群众开口后多久有人回（只算工作时间，从群众说话时起）。一半的诉求在这么久以内有人回；没人回的也算在内。',
    say: values => {
      const needs = numberIn(values, 'needs');
      if (needs === null || needs === 0) return null;
      const median = numberIn(values, 'medianMinutes');
      const soon = median === null ? '一半以上还没人回' : `一半在${sayMinutes(median)}内`;
      return `${needs}件里回了${sayNumber(numberIn(values, 'answered'))}件，${soon}`;
    },
  },
  {
    id: 'M11',
    name: '话是不是集中在几个人',
    definition: '最少几位群众就说了一半的话。只作背景，不算好坏：多数人不说话的群也可能服务得很好。',
    say: values => {
      const fewest = numberIn(values, 'contributorAbsence');
      return fewest === null ? null : `${fewest}位群众说了一半`;
    },
  },
];
