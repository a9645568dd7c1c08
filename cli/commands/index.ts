import { archiveCheck } from './archive-check.ts';
import type { Command } from './define.ts';
import { demo } from './demo.ts';
import { replay } from './replay.ts';
import { start } from './start.ts';

/** Every command, in the order in which the help shows them. */
export const commands: readonly Command[] = [demo, start, archiveCheck, replay];
