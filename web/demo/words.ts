import type { PersonRole } from '../../src/people.ts';

/** What the page calls people. */
export const ROLE_WORDS: Record<PersonRole, string> = {
  'cadre-full-time': '干部',
  'cadre-part-time': '兼职干部',
  leader: '领导',
  backbone: '骨干',
  volunteer: '志愿者',
  member: '群众',
  bot: '机器人',
  unknown: '新成员',
};
