import { normalise } from '../tokens.ts';

/** How plainly somebody is called: `marked` is @名 or 名： at the start, `first` opens the text, `inside` stands in it. */
export const CALL = { none: 0, like: 1, inside: 2, first: 3, marked: 4 } as const;

const MOST_SPEAKERS = 400;
const HAN = /\p{Script=Han}/u;
const HAN_NAME = /\p{Script=Han}{2,5}/gu;
const HOME = /[\da-z]+\s*(栋|号楼|幢|单元|室|号|楼|门|-|#)*|[栋幢室]/giu;
const WORD = /[\p{L}\p{N}_[\]{}^`|\\-]+/gu;
const FIRST = /^\s*@?([^\s:：,，]{1,30})\s*([:：,，>]|$)?/u;
const AT = /@([^\s@:：,，]{1,30})/gu;
const TITLED =
  /(?:[小老](\p{Script=Han}))|(?:(\p{Script=Han})(?:阿姨|大姐|大妈|大爷|大叔|书记|主任|老师|医生|师傅|奶奶|爷爷|警官|姐|哥|叔|婶|嫂|总|工))/gu;
/** Shorter Latin names and everyday words stand in too many sentences to be calls there. */
const SHORTEST_INSIDE = 3;
const EVERYDAY = new Set(
  'the and you for that this with have not but are was can all any get out how what who why when use one new now just like know need want here there they them then than from your ubuntu linux root user guest help test work file home good well still also hello'.split(
    ' ',
  ),
);

const trimmed = (name: string): string => name.replace(/^[_`^|\\[\]{}-]+|[_`^|\\[\]{}\d-]+$/gu, '');

/** The spellings under which a person may be called. */
function spellingsOf(name: string): string[] {
  const whole = normalise(name);
  if (!HAN.test(whole)) return [...new Set([whole, trimmed(whole)])].filter(each => each !== '');
  const runs = whole.replace(HOME, ' ').match(HAN_NAME) ?? [];
  return [...new Set([whole, ...runs])];
}

/** Who has spoken in a group, found again where a text calls them; it forgets who has been silent longest. */
export interface Names {
  /** Notes that this person spoke. */
  learn(speaker: number, name: string): void;
  /** Whom a normalised text calls and how plainly, the speaker left out. */
  calledIn(text: string, speaker: number): Map<number, number>;
}

interface Known {
  spellings: string[];
  han: string[];
  surname: string;
}

interface Register {
  known: Map<number, Known>;
  byName: Map<string, number>;
}

type Call = (person: number | undefined, how: number) => void;

function forgetOldest({ known, byName }: Register): void {
  const [oldest] = known;
  if (known.size <= MOST_SPEAKERS || !oldest) return;
  known.delete(oldest[0]);
  for (const each of oldest[1].spellings) if (byName.get(each) === oldest[0]) byName.delete(each);
}

function learnName(register: Register, speaker: number, name: string): void {
  const { known, byName } = register;
  const before = known.get(speaker);
  const spellings = before?.spellings ?? spellingsOf(name);
  const han = before?.han ?? spellings.filter(each => HAN.test(each));
  const surname = before?.surname ?? /^[小老]?(\p{Script=Han})/u.exec(han.at(-1) ?? '')?.[1] ?? '';
  known.delete(speaker);
  known.set(speaker, { spellings, han, surname });
  for (const each of spellings) byName.set(each, speaker);
  forgetOldest(register);
}

/** Whoever is called so, or the one whose name begins so: people type the first letters and a colon. */
function likeName({ byName }: Register, word: string): number | undefined {
  const exact = byName.get(word) ?? byName.get(trimmed(word));
  if (exact !== undefined || word.length < SHORTEST_INSIDE) return exact;
  for (const [name, speaker] of byName) if (name.startsWith(word)) return speaker;
  return undefined;
}

function callWords(text: string, register: Register, call: Call): void {
  const { byName } = register;
  const first = FIRST.exec(text);
  const opening = first?.[1] ?? '';
  const isMarked = first?.[2] !== undefined && first[2] !== '';
  call(byName.get(opening) ?? byName.get(trimmed(opening)), isMarked ? CALL.marked : CALL.first);
  if (isMarked && opening.length >= 2) call(likeName(register, opening), CALL.first);
  for (const match of text.matchAll(AT)) call(likeName(register, match[1] ?? ''), CALL.marked);
  for (const word of text.match(WORD) ?? []) {
    if (word.length >= SHORTEST_INSIDE && !EVERYDAY.has(word)) call(byName.get(word), CALL.inside);
  }
}

/** Chinese has no spaces: a name is looked for anywhere, and 李阿姨 or 小李 may be the only 李 here. */
function callHan(text: string, { known }: Register, call: Call): void {
  for (const [person, { han }] of known) {
    for (const name of han) {
      const at = text.indexOf(name);
      if (at === 0) call(person, /^[\s:：,，]/u.test(text.slice(name.length)) ? CALL.marked : CALL.first);
      else if (at > 0) call(person, text[at - 1] === '@' ? CALL.marked : CALL.inside);
    }
  }
  for (const match of text.matchAll(TITLED)) {
    const surname = match[1] ?? match[2];
    const bearers = [...known].filter(([, each]) => each.surname === surname);
    const [only] = bearers;
    if (only && bearers.length === 1) call(only[0], match.index === 0 ? CALL.first : CALL.like);
  }
}

/** Begins with nobody known. */
export function createNames(): Names {
  const register: Register = { known: new Map(), byName: new Map() };
  return {
    learn: (speaker, name) => learnName(register, speaker, name),
    calledIn(text, speaker) {
      const calls = new Map<number, number>();
      const call: Call = (person, how) => {
        if (person === undefined || person === speaker) return;
        calls.set(person, Math.max(how, calls.get(person) ?? 0));
      };
      callWords(text, register, call);
      if (HAN.test(text)) callHan(text, register, call);
      return calls;
    },
  };
}
