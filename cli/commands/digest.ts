import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { fontFile } from '../../db/content.ts';
import { archiveThemes, createNeedWords } from '../../src/archive/archive-themes.ts';
import { digestInputOf, endOfWeek, groupsLedBy } from '../../src/archive/digest-archive.ts';
import type { Survey } from '../../src/archive/survey.ts';
import { digestPage } from '../../src/digest/html.ts';
import { composeDigest } from '../../src/digest.ts';
import { Failure } from '../../src/errors.ts';
import { foldArchiveSeen, surveyArchive } from '../fold-archive.ts';
import { writeWhole } from '../write-whole.ts';
import { defineCommand } from './define.ts';
import { week, words } from './words.ts';

/** The leader by id or by name; the archive must know them. */
function findLeader({ lines }: Survey, asked: string, file: string): string {
  const people = lines.filter(line => line.type === 'person');
  const named = people.filter(person => person.name === asked);
  const found = people.find(person => person.id === asked) ?? (named.length === 1 ? named[0] : undefined);
  if (found) return found.id;
  const why = named.length > 1 ? 'more than one person is called' : 'nobody is called';
  throw new Failure('no-such-person', `${file}: ${why} “${asked}”; give the person's id`);
}

export const digest = defineCommand({
  name: 'digest',
  usage: 'digest <archive> --week 2026-W47 --leader PERSON --out DIR [--roster CSV|XLSX]',
  summary: 'what the leader reads on Monday: digest.txt, digest.png, digest.html',
  options: {
    week: { type: 'string' },
    leader: { type: 'string' },
    out: { type: 'string' },
    roster: { type: 'string' },
  },
  input: z.object({
    week,
    leader: z.string("give the leader's id or name"),
    out: z.string('name the folder to write into'),
    roster: z.string().optional(),
    rest: words('archive'),
  }),
  async run(ctx, { week: asked, leader, out, roster, rest }) {
    const file = ctx.path(rest[0] ?? '');
    const survey = await surveyArchive(file, roster && ctx.path(roster), ctx.note);
    const leaderId = findLeader(survey, leader, file);
    const words = createNeedWords(asked);
    const histories = await foldArchiveSeen(file, survey, words.see);
    const led = groupsLedBy(survey, histories, leaderId);
    const themes = archiveThemes(survey, led.histories, { week: asked, words });
    const input = digestInputOf(survey, led, { leaderId, week: asked, themes });
    const composed = composeDigest(input, endOfWeek(asked));
    // The drawing libraries take a while to load; other commands must not wait for them.
    const { drawDigestChart } = await import('../../src/drawing/digest-chart.ts');
    const { renderPng } = await import('../../src/drawing/png.ts');
    const { FONT_FILES } = await import('../../src/drawing/font.ts');
    const svg = drawDigestChart(composed.chart);
    const fonts = FONT_FILES.map(name => fileURLToPath(fontFile(name)));
    const folder = ctx.path(out);
    const png = await renderPng(svg, fonts);
    await mkdir(folder, { recursive: true });
    await writeWhole(join(folder, 'digest.txt'), put => put(`${composed.text}\n`));
    await writeWhole(join(folder, 'digest.png'), put => put(png));
    await writeWhole(join(folder, 'digest.html'), put => put(digestPage(composed, svg)));
    await ctx.print(composed.text);
  },
});
