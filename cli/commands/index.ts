import { analyze } from './analyze.ts';
import { archiveCheck } from './archive-check.ts';
import { archiveConvert } from './archive-convert.ts';
import type { Command } from './define.ts';
import { demo } from './demo.ts';
import { replay } from './replay.ts';
import { rosterGuess } from './roster-guess.ts';
import { rosterTemplate } from './roster-template.ts';
import { start } from './start.ts';

/** Every command, in the order in which the help shows them. */
export const commands: readonly Command[] = [
  demo,
  start,
  archiveCheck,
  archiveConvert,
  analyze,
  rosterGuess,
  rosterTemplate,
  replay,
];
