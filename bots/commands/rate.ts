import { endPrompt } from '../../db/prompts.ts';
import { ticketByNumber } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import { isBad } from '../../src/ratings.ts';
import { aboutExamples, aboutRatings, toMember } from '../../src/texts.ts';
import { readNumber, tidy, type Words } from '../../src/words.ts';
import { askHere } from '../desk/ask-here.ts';
import { mayBeExample } from '../desk/keep-example.ts';
import { openCallBack } from '../desk/open-call-back.ts';
import { type Said, ticketToRate, writeRating } from '../desk/rate-ticket.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

/** 满意 5, 基本满意 3, 不满意 1 (contracts.md). */
const STARS: Readonly<Record<string, number>> = {
  满意: 5,
  很满意: 5,
  非常满意: 5,
  基本满意: 3,
  不满意: 1,
  很不满意: 1,
};

const SAID = new RegExp(
  `^(${Object.keys(STARS).join('|')}|[1-5]|[一二三四五](?=[分星颗]))(?:\\s*(?:分|颗?星))?(?:[\\s,，。:：;；]+(.*))?$`,
  'su',
);

/** One to five stars, or the word for them, typed behind 评价; null when there are none. */
function saidIn(rest: string): Said | null {
  const [typed, mark = '', words = ''] = SAID.exec(tidy(rest)) ?? [];
  if (typed === undefined) return null;
  return { stars: STARS[mark] ?? readNumber(mark) ?? 0, words: words.trim() };
}

/** `评价 4` may mean four stars or 第4件: stars where no ticket of that number is theirs. */
async function asStars({ tx, person }: Turn, { number, rest }: Words): Promise<Said | null> {
  if (number === null || number < 1 || number > 5) return null;
  const isTicket = (await ticketByNumber(tx, number))?.requesterId === person.id;
  return isTicket ? null : { stars: number, words: rest };
}

/** 评价: a voluntary word in private; the one who handled the matter sees it only with four others, and never whose it was. */
export const rate = defineCommand({
  name: 'rate',
  says: ['评价', ...Object.keys(STARS)],
  act: 'ask',
  forWhom: 'everyone',
  isPrivateOnly: true,
  help: '评价办结的事（私聊说：满意、基本满意、不满意）',
  async run(turn, words) {
    const stars = STARS[words.word];
    const plain = stars === undefined ? saidIn(words.rest) : { stars, words: words.rest };
    const typed = plain ? null : await asStars(turn, words);
    const ticket = await ticketToRate(turn, typed ? null : words.number);
    const said = plain ?? typed;
    if (!said) {
      await turn.say(toMember.confirmedPrivate(ticket));
      return askHere(turn, ticket, 'rate');
    }
    const rated = await writeRating(turn, ticket, said);
    await endPrompt(turn.tx, turn.message.placeId, turn.person.id, turn.now);
    const isCalledBack = isBad(said) && (await openCallBack(turn, rated, said.words));
    await turn.say(isCalledBack ? aboutRatings.willCallBack(rated) : aboutRatings.rated(rated));
    if (!(await mayBeExample(turn, rated))) return;
    await turn.say(aboutExamples.mayKeep(), { key: keys.command(turn.message.id, 'example') });
    await askHere(turn, rated, 'example');
  },
});
