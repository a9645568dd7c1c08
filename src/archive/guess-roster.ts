import type { GroupHistory } from '../analysis/group-history.ts';
import type { PersonRole } from '../people.ts';
import type { LineOf } from './line.ts';
import type { Survey } from './survey.ts';

/** What somebody may be, and why it looks so. A person must look it over: it is never proof. */
export interface RosterGuess {
  personId: string;
  name: string;
  groups: string[];
  role: PersonRole;
  reasons: string[];
}

const ANNOUNCES =
  /@所有人|@全体成员|^\[群公告\]|【(?:通知|公告|提醒|提示)|^\s*(?:通知|公告|温馨提醒)[：:]|各位(?:居民|业主|邻居|家长|团员|姐妹)/u;
const OFFICE_NAME =
  /书记|主任|干事|社区|居委|村委|网格|社工|街道|团委|团支部|妇联|科协|侨联|物业|服务站|专干|工作人员/u;
const BOT_NAME = /机器人|小助手|bot\b/iu;
const MANY_ANNOUNCEMENTS = 3;
const MANY_ANSWERS = 5;
const MANY_ASKERS = 3;

interface Seen {
  announcements: number;
  answers: number;
  askers: Set<string>;
  hasAsked: boolean;
  keeps: Set<string>;
  groups: Set<string>;
}

function judge(name: string, seen: Seen): Pick<RosterGuess, 'role' | 'reasons'> {
  if (BOT_NAME.test(name)) return { role: 'bot', reasons: ['名字像机器人'] };
  const answersMany = seen.answers >= MANY_ANSWERS && seen.askers.size >= MANY_ASKERS;
  const signs: [boolean, number, string][] = [
    [seen.keeps.size > 0, 1, `是${seen.keeps.size}个群的群主或管理员（只是线索）`],
    [OFFICE_NAME.test(name), 2, '名字里有单位或职务'],
    [seen.announcements >= MANY_ANNOUNCEMENTS, 1, `发过${seen.announcements}次通知`],
    [answersMany, 1, `回答过${seen.askers.size}人的${seen.answers}个问题`],
  ];
  const held = signs.filter(([holds]) => holds);
  const weight = held.reduce((sum, [, each]) => sum + each, 0);
  const reasons = held.map(([, , reason]) => reason);
  if (weight >= 2) return { role: 'cadre-full-time', reasons: [...reasons, '专职兼职看不出，请改'] };
  if (answersMany) return { role: 'volunteer', reasons };
  if (seen.hasAsked) return { role: 'member', reasons: [...reasons, '提过问，没有干部的迹象'] };
  return {
    role: 'unknown',
    reasons:
      reasons.length > 0
        ? [...reasons, '只凭这一条不能定']
        : ['看不出：不是群主，名字里没有职务，没发过通知，也不常回答'],
  };
}

/** Gathers what hints at roles: `hear` every message, then `guess` over the folded histories. */
export function createRosterGuess(survey: Survey): {
  hear(line: LineOf<'message'>): void;
  guess(histories: readonly GroupHistory[]): RosterGuess[];
} {
  const people = new Map<string, Seen>();
  /** Under whose name the chat itself speaks: 系统消息 is nobody. */
  const chatItself = new Set<string>();
  const of = (personId: string): Seen => {
    const seen = people.get(personId) ?? {
      announcements: 0,
      answers: 0,
      askers: new Set<string>(),
      hasAsked: false,
      keeps: new Set<string>(),
      groups: new Set<string>(),
    };
    people.set(personId, seen);
    return seen;
  };
  for (const line of survey.lines) {
    if (line.type === 'membership') of(line.person).groups.add(line.group);
    if (line.type === 'membership' && line.keeper) of(line.person).keeps.add(line.group);
  }

  const readHistory = ({ days }: GroupHistory) => {
    const askerOf = new Map(days.flatMap(day => day.needs.map(need => [need.messageId, need.byId] as const)));
    for (const byId of askerOf.values()) of(byId).hasAsked = true;
    for (const reply of days.flatMap(day => day.replies)) {
      const asker = askerOf.get(reply.toMessageId ?? '');
      if (asker === undefined || asker === reply.byId || !reply.isHelpful) continue;
      of(reply.byId).answers++;
      of(reply.byId).askers.add(asker);
    }
  };

  return {
    hear(line) {
      if (line.kind === 'system') {
        chatItself.add(line.sender);
        return;
      }
      const seen = of(line.sender);
      seen.groups.add(line.group);
      if (line.text && ANNOUNCES.test(line.text)) seen.announcements++;
    },
    guess(histories) {
      histories.forEach(readHistory);
      const nameOf = new Map(histories.map(({ group }) => [group.id, group.name]));
      return survey.lines
        .filter(line => line.type === 'person')
        .filter(({ id }) => !chatItself.has(id) || of(id).groups.size > 0)
        .map(({ id, name, role }) => {
          const seen = of(id);
          const groups = [...seen.groups].map(group => nameOf.get(group) ?? group);
          const guess = judge(name, seen);
          // What somebody declared is no guess and is never overruled by one.
          const told = role === 'unknown' ? guess : { role, reasons: ['档案里写明的', ...guess.reasons] };
          return { personId: id, name, groups, ...told };
        });
    },
  };
}
