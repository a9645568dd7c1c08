import type { Group } from '../db/groups.ts';
import { aboutPrivate } from '../src/texts.ts';
import { writeHref } from '../src/unit-code.ts';
import type { Turn } from './turn.ts';

/** The one neutral sentence that leads a matter out of the group, with every way that is open to reach the bot alone. */
export function neutralLine({ bot }: Turn, group: Group): string {
  const { hotline, web } = bot.config;
  const href = web.publicUrl ? writeHref(web.publicUrl, group.unitId) : null;
  return aboutPrivate.ways({ hotline, href });
}
