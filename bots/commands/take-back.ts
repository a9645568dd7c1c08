import { faqThingOf } from '../../db/curators.ts';
import { ownEntry } from '../../db/faq.ts';
import { candidateByNumber } from '../../db/faq-candidates.ts';
import { Failure } from '../../src/errors.ts';
import { bareWords, knownWords } from '../../src/faq/learn-phrasing.ts';
import type { FaqEntry } from '../../src/faq.ts';
import { can } from '../../src/people.ts';
import { toCurator, toMember } from '../../src/texts.ts';
import type { Words } from '../../src/words.ts';
import { withdrawEntry } from '../desk/withdraw-entry.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

/** The published entry meant: by the number it was approved under, or by the words it is asked in. */
async function meantEntry({ tx, bot }: Turn, { number, rest }: Words): Promise<FaqEntry | null> {
  if (number !== null) return bot.entries.get((await candidateByNumber(tx, number))?.entryId ?? '') ?? null;
  const bare = bareWords(rest);
  return [...bot.entries.values()].find(entry => bare !== '' && knownWords(entry).has(bare)) ?? null;
}

/** 撤下: a person takes an answer of their unit back; it is proposed anew, and answered nowhere meanwhile. */
export const takeBack = defineCommand({
  name: 'take-back',
  says: ['撤下'],
  act: 'see-candidates',
  forWhom: 'staff',
  isPrivateOnly: true,
  help: '撤下 3：这条回答先不用了',
  async run(turn, words) {
    const entry = await meantEntry(turn, words);
    const status = entry && ((await ownEntry(turn.tx, entry.id)) ?? entry).status;
    if (!entry || status === 'withdrawn') throw new Failure('no-such-candidate', toCurator.takeBackWhich());
    const { unitId } = entry;
    // What holds everywhere is no one unit's to take back; reports withdraw it.
    if (!unitId || !can(turn.person, 'curate-faq', await faqThingOf(turn.tx, unitId)))
      throw new Failure('not-allowed', unitId ? toMember.notYours() : toCurator.takeBackElsewhere());
    await withdrawEntry(turn, entry, { unitId, byId: turn.person.id, reports: 0 });
    await turn.say(toCurator.takenBack(entry.question));
  },
});
