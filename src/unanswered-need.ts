import type { Label } from './message.ts';
import { isCadre, type PersonRole } from './people.ts';
import { DAY_MS, HOUR_MS, workingMsBetween } from './time.ts';

/** A member's question or request whose words are kept, with what came of it. */
export interface HeardNeed {
  messageId: string;
  groupId: string;
  groupName: string;
  unitId: string;
  personId: string;
  role: PersonRole;
  sentAt: Date;
  text: string;
  label: Label;
  /** 0-1, of the label. */
  confidence: number;
  isCommand: boolean;
  isAnsweredByPerson: boolean;
  /** By an FAQ answer that was not called 没用. */
  isAnsweredByBot: boolean;
  hasTicket: boolean;
  trace: string;
}

/** So long a person has time to answer, in working hours, before the need stands in the cadre's list. */
export const ANSWER_WITHIN_MS = 2 * HOUR_MS;
/** So long it stands there; what is older is told by the measures. */
export const LISTED_MS = 7 * DAY_MS;

/** Said by one of the members, and no command to the bot. */
export const isOfMember = ({ role, label, isCommand }: HeardNeed): boolean =>
  label !== 'chatter' && !isCommand && !isCadre(role) && role !== 'leader' && role !== 'bot';

/** 没人回: two working hours have passed, nobody answered and no ticket was opened; an offer that was ignored changes nothing. */
export function isUnanswered(need: HeardNeed, now: Date): boolean {
  if (!isOfMember(need) || need.isAnsweredByPerson || need.isAnsweredByBot || need.hasTicket) return false;
  if (now.getTime() - need.sentAt.getTime() > LISTED_MS) return false;
  return workingMsBetween(need.sentAt, now) >= ANSWER_WITHIN_MS;
}
