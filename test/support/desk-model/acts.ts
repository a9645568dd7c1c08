import { type Actor, firstCadreOf, type GroupId } from './cast.ts';
import type { Desk, Rule } from './ref-ticket.ts';
import { opened, rules } from './reference.ts';

/** Words about one ticket: what is typed, whom it suits, and the rule that says what must come of it. */
export interface TicketAct {
  name: string;
  /** How often it is drawn. */
  weight: number;
  /** Who would say it sensibly; anybody may be drawn all the same. */
  suits: 'requester' | 'cadre' | 'leader';
  /** In the group it is refused. */
  isPrivateOnly?: boolean;
  typed(about: { number: number; other: number; to: Actor; words: string }): string;
  rule: Rule;
}

/** Words that open something new. */
export interface OpeningAct {
  name: string;
  weight: number;
  isPrivateOnly?: boolean;
  typed(words: string): string;
  /** Null where the bot must refuse: nobody knows which group would serve. */
  opens(desk: Desk, by: Actor, groupId: GroupId | null): Desk | null;
}

const withWords = (word: string) => (about: { number: number; words: string }) =>
  `${word} ${about.number} ${about.words}`.trim();
const alone = (word: string) => (about: { number: number }) => `${word} ${about.number}`;

/** To add a word about a ticket: one entry here, and its rule in the reference. */
export const TICKET_ACTS: readonly TicketAct[] = [
  { name: '进度', weight: 2, suits: 'requester', typed: alone('进度'), rule: rules.look },
  { name: '补充', weight: 2, suits: 'requester', typed: withWords('补充'), rule: rules.add },
  { name: '解决了', weight: 6, suits: 'requester', typed: alone('解决了'), rule: rules.confirm },
  { name: '没解决', weight: 7, suits: 'requester', typed: withWords('没解决'), rule: rules.reopen },
  { name: '不用了', weight: 3, suits: 'requester', typed: alone('不用了'), rule: rules.withdraw },
  {
    name: '满意',
    weight: 2,
    suits: 'requester',
    isPrivateOnly: true,
    typed: alone('满意'),
    rule: rules.rate(5),
  },
  {
    name: '不满意',
    weight: 3,
    suits: 'requester',
    isPrivateOnly: true,
    typed: withWords('不满意'),
    rule: rules.rate(1),
  },
  { name: '直报', weight: 3, suits: 'requester', typed: withWords('直报'), rule: rules.straightUp },
  { name: '接', weight: 8, suits: 'cadre', typed: alone('接'), rule: rules.accept },
  {
    name: '转',
    weight: 6,
    suits: 'cadre',
    typed: ({ number, to }) => `转 ${number} @${to.name}`,
    rule: rules.transfer,
  },
  { name: '等', weight: 5, suits: 'cadre', typed: withWords('等'), rule: rules.wait },
  { name: '移交', weight: 2, suits: 'cadre', typed: withWords('移交'), rule: rules.wait },
  { name: '延期', weight: 3, suits: 'cadre', typed: withWords('延期'), rule: rules.extend },
  { name: '办结', weight: 9, suits: 'cadre', typed: withWords('办结'), rule: rules.close },
  {
    name: '合并',
    weight: 6,
    suits: 'cadre',
    typed: ({ number, other }) => `合并 ${number} 到 ${other}`,
    rule: rules.link,
  },
  { name: '拆开', weight: 2, suits: 'cadre', typed: alone('拆开'), rule: rules.unlink },
  {
    name: '收到',
    weight: 2,
    suits: 'leader',
    isPrivateOnly: true,
    typed: alone('收到'),
    rule: rules.acknowledge,
  },
  {
    name: '批示',
    weight: 2,
    suits: 'leader',
    isPrivateOnly: true,
    typed: withWords('批示'),
    rule: rules.instruct,
  },
  {
    name: '派',
    weight: 3,
    suits: 'leader',
    isPrivateOnly: true,
    typed: ({ number, to }) => `派 ${number} @${to.name}`,
    rule: rules.assign,
  },
];

const forGroup =
  (kind: string) =>
  (desk: Desk, by: Actor, groupId: GroupId | null): Desk | null => {
    const group = groupId ?? by.home;
    return group && opened(desk, { kind, group, requester: by.id, has: firstCadreOf(group) });
  };

/** The leader a word goes straight up to: the nearest one who is not the speaker. */
const leaderFor = (by: Actor) => (by.id === 'l-zhao' ? 'l-qian' : 'l-zhao');

export const OPENING_ACTS: readonly OpeningAct[] = [
  { name: '帮我记一下', weight: 16, typed: words => `帮我记一下 ${words}`, opens: forGroup('request') },
  { name: '建议', weight: 4, typed: words => `建议 ${words}`, opens: forGroup('suggestion') },
  {
    name: '直报新事',
    weight: 3,
    typed: words => `直报 ${words}`,
    opens(desk, by, groupId) {
      const group = groupId ?? by.home;
      return group && opened(desk, { kind: 'request', group, requester: by.id, has: leaderFor(by), acts: 2 });
    },
  },
  {
    name: '缺',
    weight: 2,
    isPrivateOnly: true,
    typed: words => `缺 ${words}`,
    opens(desk, by) {
      const [group] = by.serves;
      return group ? opened(desk, { kind: 'resource-gap', group, requester: by.id, has: 'l-qian' }) : null;
    },
  },
];
