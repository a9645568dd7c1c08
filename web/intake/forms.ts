import { z } from 'zod';

/** What the page's two forms send; the message of each check is the sentence a person reads. */

export const MOST_CHARS = 2000;
export const MOST_WAY_CHARS = 100;

const line = (text: string) => text.replace(/\s+/gu, ' ').trim();
const digits = (text: string) => text.normalize('NFKC').replace(/\D/gu, '');

export const LetterForm = z.object({
  sheet: z.string().regex(/^[0-9a-f]{32}$/u, '这张页面放得太久了，请刷新再写。'),
  text: z
    .string('请写下要办的事。')
    .transform(text => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(4, '请写下要办的事，几句话就行。')
        .max(MOST_CHARS, `最多写${MOST_CHARS}字，请删短一些再送。`),
    ),
  wayBack: z
    .string()
    .default('')
    .transform(line)
    .pipe(z.string().max(MOST_WAY_CHARS, `联系方式最多${MOST_WAY_CHARS}字，写一个就够。`)),
  /** People do not see this field; what fills in every field is no person. */
  website: z.string().default('').pipe(z.string().max(0, '没有送出去，请刷新页面再写一次。')),
});
export type LetterForm = z.output<typeof LetterForm>;

const WRONG_NUMBER = '号是一个数字，例如12；查询码是8个数字。';

export const StateForm = z.object({
  number: z
    .string(WRONG_NUMBER)
    .transform(digits)
    .pipe(z.string().regex(/^\d{1,9}$/u, WRONG_NUMBER))
    .transform(Number),
  code: z
    .string(WRONG_NUMBER)
    .transform(digits)
    .pipe(z.string().regex(/^\d{8}$/u, WRONG_NUMBER)),
});
export type StateForm = z.output<typeof StateForm>;

/** The first fault in one sentence. */
export const faultOf = (error: z.ZodError): string => error.issues[0]?.message ?? '没有送出去，请再试一次。';
