import { z } from 'zod';
import { shownBy } from '../classes/features.ts';
import { judgeModelSchema, openJudge, packJudge } from '../classes/judge-model.ts';
import { learnSoftmax } from '../classes/learn.ts';
import { EMERGENCY_KINDS, type EmergencyKind } from './alarm.ts';
import { spellOut } from './spelling.ts';

const NONE = 'none';
const KINDS = [...EMERGENCY_KINDS, NONE] as const;

/** One line of content/emergencies: what people write in danger, or what only sounds like it. */
export const emergencyLineSchema = z.strictObject({
  id: z.string().min(1),
  text: z.string().min(1),
  kind: z.enum(KINDS),
});
export type EmergencyLine = z.infer<typeof emergencyLineSchema>;

/** content/models/emergencies.json: two judges that learned from the same lines. */
export const emergencyModelSchema = z.strictObject({
  version: z.string(),
  lines: z.number().int(),
  told: judgeModelSchema,
  spelt: judgeModelSchema,
});
export type EmergencyModel = z.infer<typeof emergencyModelSchema>;

const OPTIONS = { labels: KINDS, rounds: 14, least: 3, evenness: 0.4 } as const;

/** What the learned sense makes of a text. */
export interface Sensed {
  /** 0-1: that no life is in danger. */
  calm: number;
  /** The likeliest danger. */
  kind: EmergencyKind;
}

type Side = 'told' | 'spelt';
const shown = (text: string, side: Side): string[] => shownBy(spellOut(text))[side];

/** Learns from the lines, and from everyday talk that no danger is; the same lines give the same model. */
export function trainEmergencies(lines: readonly EmergencyLine[], talk: readonly string[]): EmergencyModel {
  const all = [
    ...lines.map(({ text, kind }) => ({ text, kind })),
    ...talk.map(text => ({ text, kind: NONE })),
  ];
  const learn = (side: Side) => {
    const examples = all.map(({ text, kind }) => ({ features: shown(text, side), label: kind }));
    return packJudge(learnSoftmax(examples, OPTIONS), OPTIONS.evenness);
  };
  return { version: 'emergencies-2', lines: lines.length, told: learn('told'), spelt: learn('spelt') };
}

/** Opens the sense that was learned; it hears what no list of words foresees, and doubts what only uses the words. */
export function openEmergencySense(model: EmergencyModel): (text: string) => Sensed {
  const [told, spelt] = [openJudge(model.told), openJudge(model.spelt)];
  return text => {
    const whole = shownBy(spellOut(text));
    const [one, other] = [told(whole.told), spelt(whole.spelt)];
    const weights = KINDS.map((_, at) => Math.sqrt(((one[at] ?? 0) + 1e-6) * ((other[at] ?? 0) + 1e-6)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const kind = EMERGENCY_KINDS.reduce((best, each) =>
      (weights[KINDS.indexOf(each)] ?? 0) > (weights[KINDS.indexOf(best)] ?? 0) ? each : best,
    );
    return { calm: (weights[KINDS.indexOf(NONE)] ?? 0) / total, kind };
  };
}
