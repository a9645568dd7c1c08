import type { Ticket } from '../ticket.ts';
import { ticketList } from './about-stand-ins.ts';
import { shorten } from './moments.ts';

/** One calm sentence to words that cannot be followed as they stand. */
export const aboutSlips = {
  takenBy: (number: number, name: string) =>
    `第${number}件${shorten(name, 8)}已经接了。要换人，请${shorten(name, 8)}回"转 ${number} @您的名字"。`,
  takenByYou: (number: number) => `第${number}件就在您手上。办好回"办结 ${number} 怎么办的"。`,
  /** To a cadre with several on the desk. */
  whichOfYours: (tickets: readonly Ticket[], word: string) =>
    tickets.length
      ? `您说的是哪一件？${ticketList(tickets.slice(0, 3))}。请带上号，例如"${word} ${tickets[0]?.number}"。`
      : '您手上没有在办的事。要办新的，请带上号，例如"接 12"。',
  oneAtATime: (word: string, first: number) => `一次说一件就好，例如"${word} ${first}"。`,
  noSuchNumber: () => '没有这一件。干部说"我的工单"，群众说"进度"，就能看到号。',
  wordsCut: (most: number) => `话有点长，我只记下了前${most}个字。要紧的请再简单说一遍。`,
} as const;
