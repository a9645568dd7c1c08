import type { GroupKind, GroupRole, PersonRole } from '../people.ts';
import type { TicketLog } from '../ticket.ts';
import type { GroupDay } from './group-day.ts';

/** What measures ask of a group beside its timeline: all that was declared. */
export type DeclaredHistory = Omit<GroupHistory, 'days' | 'roles' | 'observations'> & {
  roles: Pick<ReadonlyMap<string, PersonRole>, 'get'>;
};

/** All that is known of one group, from an archive or from the database; the input of `analyzeGroup`. */
export interface GroupHistory {
  group: {
    id: string;
    name: string;
    unitId: string;
    kind: GroupKind;
    size: number;
    /** Age is inherited through merge, rebuild and rename: the oldest forerunner's. */
    createdAt: Date | null;
    serviceLines: string[];
  };
  /** Cadres of the group, stand-ins included. */
  cadreIds: string[];
  members: { personId: string; role: GroupRole; joinedAt: Date | null; leftAt: Date | null }[];
  /** The declared role of everyone who spoke or is linked; unknown stays unknown. */
  roles: Map<string, PersonRole>;
  links: { cadreId: string; personId: string; from: Date; to: Date | null }[];
  contacts: { cadreId: string; personId: string; at: Date; way: 'visit' | 'call'; acknowledged: boolean }[];
  /** What members asked for; the desk's own tasks are not among them. */
  tickets: TicketLog[];
  /** 改进: tasks that leaders gave because of a finding. */
  improvements: TicketLog[];
  /** 群众评议: when somebody was asked about one of the cadres and what came back, each by the Sunday of its week. */
  survey: {
    asks: { cadreId: string; day: string }[];
    /** Nobody stands behind an answer; `helped` is null when help was never looked for. */
    answers: { cadreId: string; day: string; knows: boolean; helped: boolean | null }[];
  };
  /** What the group's cadres do in all their groups. */
  elsewhere: {
    /** The kinds of all groups they look after, this one included. */
    kinds: GroupKind[];
    /** Fingerprints of what they posted in their other groups. */
    fingerprints: string[];
  };
  /** 服务清单 of the unit: the lines of its items; null where none is declared. */
  catalogue: { lines: string[] } | null;
  /** What the bot answered and what askers said of it; null where that is not known. */
  faq: {
    answers: { at: Date; verdict: 'useful' | 'useless' | null }[];
    /** Questions of several people that nobody answered, since when they wait for an entry. */
    clusters: { since: Date; until: Date | null }[];
  } | null;
  /** What the bot sent to the cadres unasked: reminders, cards, questions; null where that is not known. */
  burden: { cadreId: string; at: Date }[] | null;
  /** When the bot was online. */
  observations: { from: Date; to: Date }[];
  /** Days on which an inspection of the group's unit is registered. */
  inspectionDays: string[];
  /** One row per day that had messages, in order; days without a row were silent or unobserved. */
  days: GroupDay[];
}
