import type { Measured } from './measure.ts';
import { THRESHOLDS } from './thresholds.ts';

/** 联系×帮助: where a group stands by what its cadres say and what help came of it, in 30 days. */
export type Quadrant =
  | 'much-contact-much-help'
  | 'much-contact-little-help'
  | 'little-contact-much-help'
  | 'little-contact-little-help';

/** Contact is the cadres' substantive messages (M1), help is H (M2); the middle lines are data. */
export function quadrantOf({ cadreVoice, help }: Pick<Measured, 'cadreVoice' | 'help'>): Quadrant {
  const { contact: most, help: much } = THRESHOLDS.quadrant;
  const isMuchHelp = help.help >= much;
  if (cadreVoice.messages >= most) return isMuchHelp ? 'much-contact-much-help' : 'much-contact-little-help';
  return isMuchHelp ? 'little-contact-much-help' : 'little-contact-little-help';
}
