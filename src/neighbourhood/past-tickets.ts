import type { ArchiveLine, LineOf } from '../archive/line.ts';
import { DAY_MS, MINUTE_MS } from '../time.ts';

/** Every so many answered needs had been recorded as a ticket. */
const EVERY = 4;
const STARS = [5, 5, 4, 5, 3];

type Said = LineOf<'message'>;

/** The tickets of the eight weeks, all of them closed: of needs that a cadre answered and the member gave thanks for. */
export function pastTickets(messages: readonly Said[], cadres: ReadonlySet<string>): ArchiveLine[] {
  const byId = new Map(messages.map(message => [message.id, message]));
  const answers = messages.filter(
    message => cadres.has(message.sender) && message.replyTo !== null && byId.has(message.replyTo),
  );
  return answers
    .filter((_, index) => index % EVERY === 0)
    .flatMap((answer, index) => {
      const need = byId.get(answer.replyTo ?? '');
      const thanks = messages.find(
        message =>
          message.sender === need?.sender &&
          message.mentions.includes(answer.sender) &&
          message.sentAt > answer.sentAt,
      );
      const isOne = need && thanks && thanks.sentAt.getTime() - answer.sentAt.getTime() < 3 * DAY_MS;
      return isOne ? closedTicket(need, answer, thanks, index) : [];
    });
}

function closedTicket(need: Said, answer: Said, thanks: Said, index: number): ArchiveLine[] {
  const id = `t-${need.id}`;
  const event = (
    at: Date,
    by: string | null,
    act: LineOf<'ticket-event'>['act'],
    stars?: number,
  ): ArchiveLine => ({ type: 'ticket-event', ticket: id, at, by, act, ...(stars ? { stars } : {}) });
  const after = (minutes: number) => new Date(thanks.sentAt.getTime() + minutes * MINUTE_MS);
  const stars = STARS[index % STARS.length];
  return [
    {
      type: 'ticket',
      id,
      kind: 'request',
      group: need.group,
      requester: need.sender,
      openedAt: need.sentAt,
      topic: (need.text ?? '').slice(0, 40),
      message: need.id,
    },
    event(answer.sentAt, answer.sender, 'accept'),
    event(answer.sentAt, answer.sender, 'answer'),
    event(thanks.sentAt, answer.sender, 'close'),
    event(after(1), null, 'ask'),
    event(after(6), need.sender, 'confirm'),
    event(after(9), need.sender, 'rate', stars),
  ];
}
