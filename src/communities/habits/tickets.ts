import type { LineOf } from '../../archive/line.ts';
import { HOUR_MS, nextWorkingTime } from '../../time.ts';
import type { Room } from '../room.ts';

type Event = LineOf<'ticket-event'>;

/** One act of a ticket, so many hours after the one before, staff in working time only; a rating carries its stars. */
export interface Step {
  act: Event['act'];
  by: string | null;
  hours: number;
  /** Exactly then, whatever came before. */
  on?: Date;
  stars?: number;
}

/** What a ticket is about. */
export interface Filing {
  requester: string;
  at: Date;
  kind?: LineOf<'ticket'>['kind'];
  topic?: string;
  message?: string | null;
}

/** Files a ticket with all that happened to it. */
export function file(room: Room, filing: Filing, steps: readonly Step[]): void {
  const { scene } = room;
  if (filing.at >= scene.span.asOf) return;
  const id = scene.id('t');
  scene.put({
    type: 'ticket',
    id,
    kind: filing.kind ?? 'request',
    group: room.id,
    requester: filing.requester,
    openedAt: filing.at,
    topic: filing.topic ?? '其他',
    message: filing.message ?? null,
  });
  let at = filing.at;
  for (const { hours, on, ...step } of steps) {
    const next = new Date(at.getTime() + hours * HOUR_MS);
    at = on ?? (step.by === filing.requester ? next : nextWorkingTime(next));
    scene.put({ type: 'ticket-event', ticket: id, at, ...step });
  }
}

/** Done as it should be: accepted, answered, closed, the member asked, confirmed and rated. */
export const doneWell = (room: Room, requester: string, stars = 5): Step[] => [
  { act: 'accept', by: room.cadre, hours: 1 },
  { act: 'answer', by: room.cadre, hours: 5 },
  { act: 'ask', by: room.bot, hours: 1 },
  { act: 'confirm', by: requester, hours: 3 },
  { act: 'close', by: room.cadre, hours: 1 },
  { act: 'rate', by: requester, hours: 1, stars },
];

/** Closed by the cadre's own word: nobody asked the member. */
export const closedAlone = (room: Room, hours: number): Step[] => [
  { act: 'accept', by: room.cadre, hours: 1 },
  { act: 'close', by: room.cadre, hours },
];
