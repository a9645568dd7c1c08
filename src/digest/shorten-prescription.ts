import { shorten } from '../texts/moments.ts';

/** The day on which to act, as the detectors say it: evidence stands before it, the act behind. */
const ACT_DAY = /周[一二三四五六日]（\d+日）/u;

const lengthOf = (text: string): number => [...text].length;
const clausesOf = (text: string): string[] => text.split(/[，。；]/u).filter(clause => clause !== '');

/** Evidence and act in at most `length` characters: clauses are given up before a word is cut, and the evidence never. */
export function shortenPrescription(prescription: string, length: number): string {
  if (lengthOf(prescription) <= length) return prescription;
  const at = prescription.search(ACT_DAY);
  if (at <= 0) return shorten(prescription, length);
  const [said = ''] = clausesOf(prescription.slice(0, at).replace(/从$/u, ''));
  const fact = said.replace(/（[^）]*）/gu, '');
  const acts = clausesOf(prescription.slice(at));
  const [day = ''] = ACT_DAY.exec(prescription) ?? [];
  const brief = (acts[0] ?? '').replace(day, day.slice(0, 2));
  const [first = '', ...more] = brief.split('、');
  const forms = [
    `${said} → ${acts.join('，')}`,
    `${said} → ${acts[0] ?? ''}`,
    `${fact} → ${acts.join('，')}`,
    `${fact} → ${acts[0] ?? ''}`,
    `${fact} → ${brief}`,
    `${fact} → ${first}${more.length > 0 ? '等' : ''}`,
  ];
  return forms.find(form => lengthOf(form) <= length) ?? shorten(forms.at(-1) ?? '', length);
}
