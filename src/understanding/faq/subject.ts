import { countBits } from './aspects.ts';
import type { Corpus } from './corpus.ts';
import type { Asked, Wording } from './wording.ts';

type Bits = readonly [number, number];

/** A mark of its own, so that the marks of the tokens stay as they are. */
const IN_SUBJECT = 4;

/** How far two questions speak of the same subject: the share of each side's that the other has, and the rarest it lacks. */
function compareSubjects(corpus: Corpus, asked: Asked, wording: Wording, marks: Uint8Array) {
  const { rarityOf } = corpus.postings;
  for (const id of wording.subject) marks[id] = (marks[id] ?? 0) | IN_SUBJECT;
  let [all, shared, missing, missingWording] = [0, 0, 0, 0];
  const known = new Set<number>();
  for (const { id, rarity } of asked.subject) {
    known.add(id);
    all += rarity;
    if (id >= 0 && (marks[id] ?? 0) & IN_SUBJECT) shared += rarity;
    else missing = Math.max(missing, rarity);
  }
  for (const id of wording.subject) {
    marks[id] = (marks[id] ?? 0) & ~IN_SUBJECT;
    if (!known.has(id)) missingWording = Math.max(missingWording, rarityOf(id));
  }
  return {
    ofAsked: all > 0 ? shared / all : 1,
    ofWording: wording.subjectWeight > 0 ? shared / wording.subjectWeight : 1,
    missing,
    missingWording,
  };
}

const count = (a: Bits, b: Bits, pick: (one: number, other: number) => number): number =>
  countBits(pick(a[0], b[0])) + countBits(pick(a[1], b[1]));
const third = (many: number): number => Math.min(3, many) / 3;

/** The features that tell a question about the same subject from one that wants the same of it. */
export function subjectFeatures(corpus: Corpus, asked: Asked, wording: Wording, marks: Uint8Array): number[] {
  const { ofAsked, ofWording, missing, missingWording } = compareSubjects(corpus, asked, wording, marks);
  const both = count(asked.focus, wording.focus, (a, b) => a & b);
  const onlyAsked = count(asked.focus, wording.focus, (a, b) => a & ~b);
  const onlyWording = count(asked.focus, wording.focus, (a, b) => ~a & b);
  const least = Math.min(ofAsked, ofWording);
  const highest = corpus.postings.highestRarity;
  return [
    ofAsked,
    ofWording,
    least,
    third(both),
    third(onlyAsked),
    third(onlyWording),
    both > 0 && onlyAsked + onlyWording === 0 ? 1 : 0,
    both === 0 && onlyAsked > 0 && onlyWording > 0 ? 1 : 0,
    both > 0 ? least : 0,
    missing / highest,
    missingWording / highest,
  ];
}
