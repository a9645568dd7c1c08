import { z } from 'zod';

/** `withdrawn`: reported wrong, or taken back by a person; answered nowhere until a person approves it again. */
export type FaqStatus = 'verified' | 'unverified' | 'withdrawn';

/** At most so many characters of an answer: one message on a small screen. */
export const MOST_ANSWER_CHARS = 90;

/** One question that may be answered, with who says so and since when. */
export interface FaqEntry {
  id: string;
  question: string;
  /** At most 90 characters, the useful thing first; null where the source has none: never answered. */
  answer: string | null;
  /** The same question in people's own words. */
  phrasings: string[];
  /** The body that says so. */
  issuer: string;
  /** `2026-09`, or a day. */
  issuedOn: string;
  href: string | null;
  /** Unverified: nobody of the project read the source; answered in the demo only. */
  status: FaqStatus;
  /** The only unit it holds for; null everywhere. */
  unitId: string | null;
  /** First and last Shanghai day it may be answered on; null without limit. */
  validFrom: string | null;
  validTo: string | null;
  version: number;
}

const dayOrMonth = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, '写成 2026-09 或 2026-09-01');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '写成 2026-09-01');

/** One entry of content/faq.yaml. */
export const faqYamlEntrySchema = z
  .strictObject({
    id: z.string().min(1),
    question: z.string().min(1),
    answer: z.string().min(1),
    phrasings: z.array(z.string().min(1)).default([]),
    issuer: z.string().min(1),
    issuedOn: dayOrMonth,
    href: z.url().nullable().default(null),
    status: z.enum(['verified', 'unverified']),
    unit: z.string().min(1).nullable().default(null),
    validFrom: day.nullable().default(null),
    validTo: day.nullable().default(null),
    version: z.int().positive().default(1),
  })
  .transform(({ unit, ...entry }): FaqEntry => ({ ...entry, unitId: unit }));

/** content/faq.yaml as a whole; ids are unique. */
export const faqYamlSchema = z.array(faqYamlEntrySchema).superRefine((entries, context) => {
  const seen = new Set<string>();
  entries.forEach((entry, at) => {
    if (seen.has(entry.id)) context.addIssue({ code: 'custom', path: [at, 'id'], message: '编号重复' });
    seen.add(entry.id);
  });
});

/** An entry of whose source nothing is known, so it is unverified. */
export const unsourcedEntry = (
  known: Pick<FaqEntry, 'id' | 'question' | 'answer' | 'phrasings'>,
): FaqEntry => ({
  ...known,
  issuer: '',
  issuedOn: '',
  href: null,
  status: 'unverified',
  unitId: null,
  validFrom: null,
  validTo: null,
  version: 1,
});

/** One line of a kb.jsonl; other fields are left out. */
export const kbLineSchema = z
  .object({
    id: z.string().min(1),
    question: z.string().min(1),
    answer: z.string().nullable(),
    phrasings: z.array(z.string()).default([]),
  })
  .transform(unsourcedEntry);

/** Where and when an answer would be given. */
export interface AnswerPlace {
  /** The Shanghai day. */
  day: string;
  /** The units the group belongs to, its own and those above. */
  unitIds: readonly string[];
  isDemo: boolean;
}

/** Withdrawn, expired, another unit's, without an answer, or unverified outside the demo: never. */
export function mayBeAnswered(entry: FaqEntry, place: AnswerPlace): boolean {
  if (entry.answer === null || entry.answer.trim() === '') return false;
  if (entry.status === 'withdrawn') return false;
  if (entry.status !== 'verified' && !place.isDemo) return false;
  if (entry.unitId !== null && !place.unitIds.includes(entry.unitId)) return false;
  if (entry.validFrom !== null && place.day < entry.validFrom) return false;
  return entry.validTo === null || place.day <= entry.validTo;
}
