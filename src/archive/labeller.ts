import type { Label } from '../message.ts';

/** Says what a text is; `version` stands on every fact that came of it. */
export interface Labeller {
  version: string;
  labelOf(text: string): { label: Label; confidence: number };
}
