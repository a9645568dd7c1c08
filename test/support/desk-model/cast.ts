import type { PersonRole } from '../../../src/people.ts';

/** Who plays: one unit below another, two groups of the lower one, and everybody who may speak. */
export interface Actor {
  id: string;
  name: string;
  role: PersonRole;
  /** Only friends can write to the bot in private, and be written to. */
  isContact: boolean;
  /** The group they are a registered member of. */
  home: GroupId | null;
  /** Groups they serve as a cadre. */
  serves: readonly GroupId[];
  /** The unit they lead. */
  leads: string | null;
}

export const GROUPS = ['g-east', 'g-west'] as const;
export type GroupId = (typeof GROUPS)[number];
export const STREET = 'u-street';
export const DISTRICT = 'u-district';

const one = (id: string, name: string, role: PersonRole, more: Partial<Actor> = {}): Actor => ({
  ...{ id, name, role, isContact: true, home: null, serves: [], leads: null },
  ...more,
});

const east = { home: GROUPS[0] } as const;
const west = { home: GROUPS[1] } as const;

/** Four members, two of them no friends; three cadres, one of the second group only; a leader for each unit; two strangers. */
export const CAST: readonly Actor[] = [
  one('m-li', '李阿姨', 'member', east),
  one('m-chen', '陈师傅', 'member', { ...east, isContact: false }),
  one('m-wu', '吴奶奶', 'member', west),
  one('m-he', '何小梅', 'member', { ...west, isContact: false }),
  one('c-wang', '王芳', 'cadre-full-time', { ...east, serves: [GROUPS[0]] }),
  one('c-sun', '孙强', 'cadre-part-time', { ...east, serves: [GROUPS[0]] }),
  one('c-zhou', '周静', 'cadre-full-time', { ...west, serves: [GROUPS[1]] }),
  one('l-zhao', '赵敏', 'leader', { leads: STREET }),
  one('l-qian', '钱国', 'leader', { leads: DISTRICT }),
  one('x-alone', '过路人', 'unknown', { isContact: false }),
  one('x-friend', '新朋友', 'unknown'),
];

/** Somebody of the cast by position, whatever the number. */
export const actorAt = (index: number): Actor => {
  const actor = CAST[index % CAST.length];
  if (!actor) throw new Error('the cast is empty');
  return actor;
};

export const CADRES = CAST.filter(({ role }) => role.startsWith('cadre'));

/** The first bound to a group is responsible for what is new there. */
export const firstCadreOf = (groupId: string): string | null =>
  CADRES.find(({ serves }) => serves.some(id => id === groupId))?.id ?? null;
