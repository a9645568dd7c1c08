import { mulberry32 } from '../../src/mulberry32.ts';
import { DAY_MS, MINUTE_MS } from '../../src/time.ts';

/** One message as a table of messages holds it, with the facts and the reply edge stored at its receipt; plain numbers. */
export interface Row {
  id: number;
  at: number;
  /** 0 is the cadre, 1 … the members; 999 the bot. */
  sender: number;
  voice: number;
  /** 0 answer, 1 words, 2 greeting, 3 filler, 4 other: as `SAIDS` of the packs. */
  said: number;
  fingerprint: number | null;
  /** 0 chatter, 1 question, 2 request. */
  label: number;
  replyTo: number | null;
  /** Of the reply edge, in hundredths; 0 without one. */
  confidence: number;
  /** Whom it names; null nobody. */
  mentions: number | null;
  /** 0 none, 1 thanks, 2 not solved. */
  mark: number;
}

export const CADRE = 0;
export const BOT = 999;
export const VOICE = { cadre: 0, member: 1, volunteer: 2, bot: 3 } as const;
export const SAID = { answer: 0, words: 1, greeting: 2, filler: 3, other: 4 } as const;

/** How a group lives: means a day. */
export interface Habit {
  name: string;
  size: number;
  /** Messages of members a day. */
  chatter: number;
  cadrePosts: number;
  /** Of the cadre's posts, how many copy an older one. */
  copies: number;
  needs: number;
  /** Needs that a person answers, and whom that person is: the cadre, else a volunteer. */
  answered: number;
  byCadre: number;
}

/** So that the groups write 53 messages a day in the mean. */
export const LIVELY: readonly Habit[] = [
  habit('cold', { size: 110, chatter: 6, cadrePosts: 0.06, needs: 0.15, answered: 0.02 }),
  habit('one-way', { size: 180, chatter: 0.4, cadrePosts: 4, copies: 0.5, needs: 0.02, answered: 0 }),
  habit('lively', { size: 160, chatter: 95, cadrePosts: 3, needs: 2.5, answered: 0.85 }),
  habit('busy-no-help', { size: 140, chatter: 80, cadrePosts: 1.2, needs: 1.5, answered: 0 }),
  habit('part-time', { size: 70, chatter: 24, cadrePosts: 0.35, needs: 0.4, answered: 0.8 }),
  habit('relay', { size: 120, chatter: 60, cadrePosts: 0.5, needs: 1.6, answered: 0.8, byCadre: 0.05 }),
  habit('filler', { size: 150, chatter: 70, cadrePosts: 5, copies: 0.7, needs: 0.3, answered: 0.3 }),
  habit('served', { size: 90, chatter: 62, cadrePosts: 1.5, needs: 1, answered: 0.9 }),
];

export function habit(name: string, more: Partial<Habit>): Habit {
  return {
    name,
    size: 100,
    chatter: 10,
    cadrePosts: 1,
    copies: 0.1,
    needs: 0.5,
    answered: 0.5,
    byCadre: 0.7,
    ...more,
  };
}

type Chance = () => number;

/** Poisson by Knuth for small means, rounded normal above. */
function countOf(mean: number, chance: Chance): number {
  if (mean > 30)
    return Math.max(
      0,
      Math.round(mean + Math.sqrt(mean) * (chance() + chance() + chance() + chance() - 2) * 1.7),
    );
  let [count, left] = [0, chance()];
  for (const limit = Math.exp(-mean); left > limit; left *= chance()) count++;
  return count;
}

interface Writing {
  rows: Omit<Row, 'id'>[];
  chance: Chance;
  habit: Habit;
  fresh: () => number;
}

const said = (more: Partial<Row> & Pick<Row, 'at' | 'sender' | 'voice'>): Omit<Row, 'id'> => ({
  said: SAID.words,
  fingerprint: null,
  label: 0,
  replyTo: null,
  confidence: 0,
  mentions: null,
  mark: 0,
  ...more,
});

/** A few members speak much and most seldom, as in any group; every fifteenth is a volunteer. */
const someMember = ({ chance, habit: { size } }: Writing): number => 1 + Math.floor(size * chance() ** 2.2);
const voiceOf = (sender: number): number => (sender % 15 === 0 ? VOICE.volunteer : VOICE.member);

function chat(writing: Writing, day: number): void {
  const { rows, chance, habit, fresh } = writing;
  for (let left = countOf(habit.chatter, chance); left > 0; left--) {
    const sender = someMember(writing);
    const at = day + (7 + 15 * chance()) * 60 * MINUTE_MS;
    const kind = chance();
    const how =
      kind < 0.55 ? SAID.words : kind < 0.6 ? SAID.greeting : kind < 0.75 ? SAID.filler : SAID.other;
    const fingerprint = kind < 0.03 ? sender * 1000 : fresh();
    rows.push(said({ at: Math.floor(at), sender, voice: voiceOf(sender), said: how, fingerprint }));
  }
}

function post(writing: Writing, day: number): void {
  const { rows, chance, habit, fresh } = writing;
  let at = day + 8 * 60 * MINUTE_MS;
  for (let left = countOf(habit.cadrePosts, chance); left > 0; left--) {
    at += chance() < 0.4 ? 4 * MINUTE_MS : chance() * 300 * MINUTE_MS;
    const fingerprint = chance() < habit.copies ? 7 : fresh();
    const how = chance() < 0.8 ? SAID.words : SAID.other;
    rows.push(said({ at: Math.floor(at), sender: CADRE, voice: VOICE.cadre, said: how, fingerprint }));
  }
}

/** A need with what follows it: an answer, the bot's, thanks, or that it did not help; told by places in `rows`. */
function ask(
  writing: Writing,
  day: number,
  follow: (from: Omit<Row, 'id'>, to: Omit<Row, 'id'>) => void,
): void {
  const { rows, chance, habit, fresh } = writing;
  for (let left = countOf(habit.needs, chance); left > 0; left--) {
    const sender = someMember(writing);
    const at = Math.floor(day + (8 + 12 * chance()) * 60 * MINUTE_MS);
    const label = chance() < 0.6 ? 1 : 2;
    const fingerprint = chance() < 0.1 ? sender * 1000 + 1 : fresh();
    const need = said({ at, sender, voice: voiceOf(sender), label, fingerprint });
    rows.push(need);
    const add = (more: Partial<Row> & Pick<Row, 'at' | 'sender' | 'voice'>) => {
      const row = said({ said: SAID.answer, fingerprint: fresh(), ...more });
      rows.push(row);
      follow(row, need);
    };
    if (chance() < 0.2) add({ at: at + 2000, sender: BOT, voice: VOICE.bot, confidence: 100 });
    if (chance() >= habit.answered) continue;
    const [by, voice] = chance() < habit.byCadre ? [CADRE, VOICE.cadre] : [15, VOICE.volunteer];
    if (by === sender) continue;
    const confidence = chance() < 0.7 ? 100 : chance() < 0.5 ? 90 : 60;
    const answeredAt = at + Math.floor((3 + 200 * chance()) * MINUTE_MS);
    add({ at: answeredAt, sender: by, voice, confidence, mentions: confidence === 90 ? sender : null });
    if (chance() < 0.4)
      rows.push(
        said({ at: answeredAt + 3_600_000, sender, voice: need.voice, mark: 1, fingerprint: fresh() }),
      );
    else if (chance() < 0.15)
      rows.push(
        said({ at: answeredAt + 7_200_000, sender, voice: need.voice, mark: 2, fingerprint: fresh() }),
      );
  }
}

/** Members who answer or name the cadre. */
function speakToCadre(writing: Writing, day: number): void {
  const { rows, chance, habit, fresh } = writing;
  for (let left = countOf(habit.chatter / 25, chance); left > 0; left--) {
    const sender = someMember(writing);
    const at = Math.floor(day + (9 + 9 * chance()) * 60 * MINUTE_MS);
    const more = { mentions: CADRE, confidence: 90, said: SAID.answer, fingerprint: fresh() };
    rows.push(said({ at, sender, voice: voiceOf(sender), ...more }));
  }
}

/** The messages of one group from `firstMs` (the beginning of a Shanghai day) on, in order of time; all follows from the seed. */
export function writeGroup(habit: Habit, seed: number, span: { firstMs: number; days: number }): Row[] {
  const chance = mulberry32(seed);
  let fingerprints = 1_000_000;
  const rows: Omit<Row, 'id'>[] = [];
  const writing: Writing = { rows, chance, habit, fresh: () => fingerprints++ };
  const targets = new Map<Omit<Row, 'id'>, Omit<Row, 'id'>>();
  for (let day = 0; day < span.days; day++) {
    const start = span.firstMs + day * DAY_MS;
    post(writing, start);
    chat(writing, start);
    ask(writing, start, (from, to) => void targets.set(from, to));
    speakToCadre(writing, start);
  }
  const end = span.firstMs + span.days * DAY_MS;
  const inOrder = rows.filter(row => row.at < end).sort((a, b) => a.at - b.at);
  const idOf = new Map(inOrder.map((row, index) => [row, index + 1]));
  return inOrder.map((row, index) => {
    const to = targets.get(row);
    return { id: index + 1, ...row, replyTo: to ? (idOf.get(to) ?? null) : null };
  });
}
