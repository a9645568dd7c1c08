import type { Ticket } from './ticket.ts';
import { addWorkingMs, type Calendar, workingDayMs } from './time.ts';

/** 线下移交: legal aid, an investment meeting, an expert (P14-P17: 网+…); afterwards it is asked whether it happened. */

/** The member is asked so many working days after they were sent. */
const ASK_AFTER_DAYS = 3;

/** It waits for the member's going somewhere. */
export const isHandedOver = ({ state, handedTo }: Pick<Ticket, 'state' | 'handedTo'>): boolean =>
  state === 'waiting' && handedTo !== null;

/** The time has come to ask the member whether they went. */
export const isToAskAfter = (ticket: Ticket, now: Date, calendar: Calendar): boolean =>
  isHandedOver(ticket) &&
  ticket.waitingSince !== null &&
  now >= addWorkingMs(ticket.waitingSince, ASK_AFTER_DAYS * workingDayMs(calendar), calendar);
