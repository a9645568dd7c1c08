import { z } from 'zod';
import { createRosterGuess, type RosterGuess } from '../../src/archive/guess-roster.ts';
import { ROLE_WORDS } from '../../src/archive/roster-sheet.ts';
import { csvLine } from '../csv-line.ts';
import { foldArchive, surveyArchive } from '../fold-archive.ts';
import { withArchive } from '../with-archive.ts';
import { writeWhole } from '../write-whole.ts';
import { defineCommand } from './define.ts';
import { words } from './words.ts';

const REMARK =
  '# 这是按聊天记录猜的，不是事实：请由熟悉情况的人逐行核对“猜测身份”（理由写在最后一列），改好后再用 --roster 交回来';

function* linesOf(guesses: readonly RosterGuess[]): Generator<string> {
  yield `${REMARK}\n`;
  yield csvLine(['编号', '姓名', '猜测身份', '理由']);
  for (const { personId, name, role, reasons } of guesses) {
    yield csvLine([personId, name, ROLE_WORDS[role], reasons.join('；')]);
  }
}

export const rosterGuess = defineCommand({
  name: 'roster guess',
  usage: 'roster guess <archive> [--out CSV]',
  summary:
    'a roster guessed from an archive or an exported chat, with its reasons, to be corrected by a person',
  options: { out: { type: 'string' } },
  input: z.object({ out: z.string().optional(), rest: words('archive') }),
  async run(ctx, { out, rest }) {
    const guesses = await withArchive(ctx.path(rest[0] ?? ''), ctx.note, async file => {
      const survey = await surveyArchive(file, undefined, ctx.note);
      const guessing = createRosterGuess(survey);
      return guessing.guess(await foldArchive(file, survey, guessing.hear));
    });
    if (out === undefined) {
      for (const line of linesOf(guesses)) await ctx.print(line.trimEnd());
      return;
    }
    await writeWhole(ctx.path(out), async put => {
      for (const line of linesOf(guesses)) await put(line);
    });
    await ctx.note(`${out}: ${guesses.length} people, guessed; correct it before you use it`);
  },
});
