import { closedTicketsIn } from '../analysis/measures/m13-three-rates.ts';
import { defineRows } from './define.ts';

/**
 * M13: each ticket closed in the window, and the ratings as one row of counts: what a member gave is not to be read off
 * the ticket, as the rated read it in batches only.
 */
export const ratedTickets = defineRows({
  id: 'M13',
  rows({ window }) {
    const closed = closedTicketsIn(window);
    const rated = closed.flatMap(ticket =>
      ticket.stars === undefined ? [] : [{ ...ticket, stars: ticket.stars }],
    );
    const countOf = (holds: (ticket: (typeof rated)[number]) => boolean) => rated.filter(holds).length;
    const tickets = closed.map(({ number, isVisited, isContacted, isConfirmed, isReopened, hasWords }) => ({
      kind: 'ticket',
      ticket: number,
      isVisited,
      isContacted,
      isConfirmed,
      isReopened,
      hasWords,
    }));
    const ratings = {
      kind: 'ratings',
      satisfied: countOf(ticket => ticket.stars >= 4),
      basic: countOf(ticket => ticket.stars === 3),
      dissatisfied: countOf(ticket => ticket.stars < 3),
      solvedByRatingOnly: countOf(ticket => ticket.isSolved && !ticket.isConfirmed),
    };
    return closed.length > 0 ? [...tickets, ratings] : [];
  },
});
