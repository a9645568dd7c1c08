import type { Candidate } from './candidate.ts';
import { CUES } from './cues.ts';
import type { Moment } from './moment.ts';

/** What kind of reason a feature is; a link's rule is the strongest of them. */
export type Kind = 'call' | 'topic' | 'talk' | 'turn' | 'time' | 'manner';

/** One thing looked at: its name in the model, plain words for it, and its value. */
export interface Feature<Of extends readonly unknown[]> {
  name: string;
  kind: Kind;
  words: string;
  /** Its words are a statement that holds or does not; otherwise they name an amount. */
  isStatement: boolean;
  value: (...of: Of) => number;
}

/** Stands for a time that never was. */
export const NO_TIME = 99;

/** Times are kept as powers of two of a second. */
const seconds = (ms: number): number => Math.log2(1 + Math.max(0, ms) / 1000);
const is = (statement: boolean): number => (statement ? 1 : 0);

type Value<Of extends readonly unknown[]> = (...of: Of) => number;

const amount = <Of extends readonly unknown[]>(
  name: string,
  kind: Kind,
  words: string,
  value: Value<Of>,
): Feature<Of> => ({ name, kind, words, value, isStatement: false });

const statement = <Of extends readonly unknown[]>(
  name: string,
  kind: Kind,
  words: string,
  value: Value<Of>,
): Feature<Of> => ({ name, kind, words, value, isStatement: true });

type OfMoment = Feature<[moment: Moment]>;
type OfCandidate = Feature<[moment: Moment, candidate: Candidate]>;

const cuesOfMessage: OfMoment[] = CUES.map(([cue, words]) =>
  statement(`m.${cue}`, 'manner', `the message ${words}`, ({ heard }) => heard.cues[cue]),
);

/** What is looked at in a message, whatever it may answer. */
export const MOMENT_FEATURES: readonly OfMoment[] = [
  ...cuesOfMessage,
  amount('m.length', 'manner', 'how long it is', m => m.heard.length),
  amount('m.call', 'call', 'how plainly it calls somebody', m => m.heard.topCall),
  amount('m.calls', 'call', 'how many it calls', m => m.heard.calls.size),
  statement('m.stranger', 'call', 'it calls nobody known', m => m.heard.callsStranger),
  statement('m.first', 'turn', 'its speaker is new here', m => m.heard.isFirst),
  amount('m.sinceOwn', 'turn', "messages since the speaker's last", m => m.sinceOwn),
  amount('m.ownAge', 'time', "time since the speaker's last", m =>
    m.own ? seconds(m.heard.atMs - m.own.atMs) : NO_TIME,
  ),
  amount('m.ownCount', 'turn', 'how often the speaker spoke lately', m => m.ownCount),
  statement('m.ownAsks', 'manner', "the speaker's last was a question", m => m.own?.cues.asks ?? -1),
  statement('m.ownAnswers', 'talk', "the speaker's last answered others", m =>
    m.own ? is(m.own.repliesTo !== undefined && m.own.repliesTo.speaker !== m.heard.speaker) : -1,
  ),
  amount('m.ownAnswered', 'talk', "the speaker's last was answered", m => m.own?.answered ?? -1),
  amount('m.previous', 'time', 'time since the last message', m => seconds(m.sincePreviousMs)),
  amount('m.pace', 'time', 'how fast people speak', m => seconds(m.paceMs)),
  amount('m.sinceCalled', 'call', 'messages since the speaker was called', m => m.sinceCalled),
  amount('m.openQuestions', 'turn', 'questions still open', m => m.openQuestions),
  amount('m.mostShared', 'topic', 'the most it shares with one message', m => m.mostShared),
];

const cuesOfEarlier: OfCandidate[] = CUES.map(([cue, words]) =>
  statement(`c.${cue}`, 'manner', `the earlier one ${words}`, (_, { heard }) => heard.cues[cue]),
);

/** What is looked at between a message and an earlier one; the features of the moment go before them. */
export const CANDIDATE_FEATURES: readonly OfCandidate[] = [
  ...cuesOfEarlier,
  statement(
    'c.fits',
    'topic',
    'it holds what the earlier one asks for: a place, an amount, a time, yes or no',
    (m, c) => (c.heard.asksKinds === 0 ? -1 : is((c.heard.asksKinds & m.heard.holdsKinds) !== 0)),
  ),
  amount('c.length', 'manner', 'how long the earlier one is', (_, c) => c.heard.length),
  amount('c.age', 'time', 'time between them', (m, c) => seconds(m.heard.atMs - c.heard.atMs)),
  amount(
    'c.agePace',
    'time',
    'time between them by the pace of talk',
    (m, c) => Math.max(0, m.heard.atMs - c.heard.atMs) / (m.paceMs + 1000),
  ),
  amount('c.between', 'turn', 'messages between them', (_, c) => c.between),
  amount('c.others', 'turn', "others' messages between them", (_, c) => c.othersBetween),
  amount('c.speakers', 'turn', 'people who spoke between them', (_, c) => c.speakersBetween),
  amount('c.later', 'turn', 'later messages of the earlier speaker', (_, c) => c.laterOfSpeaker),
  amount('c.ownSince', 'turn', "the speaker's own messages since", (_, c) => c.ownSince),
  statement('c.same', 'turn', 'both are of one speaker', (m, c) => is(m.heard.speaker === c.heard.speaker)),
  statement(
    'c.call',
    'call',
    'it calls the earlier speaker',
    (m, c) => m.heard.calls.get(c.heard.speaker) ?? 0,
  ),
  statement(
    'c.callsBack',
    'call',
    'the earlier one calls the speaker',
    (m, c) => c.heard.calls.get(m.heard.speaker) ?? 0,
  ),
  statement('c.topCall', 'call', 'the earlier one calls somebody', (_, c) => c.heard.topCall),
  statement('c.bothCall', 'call', 'both call the same person', (m, c) => {
    for (const [person, how] of m.heard.calls)
      if (how >= 2 && (c.heard.calls.get(person) ?? 0) >= 2) return 1;
    return 0;
  }),
  amount('c.calledSince', 'call', 'others called the earlier speaker since', (_, c) => c.calledSince),
  statement('c.stranger', 'call', 'the earlier one calls nobody known', (_, c) => c.heard.callsStranger),
  statement('c.first', 'turn', 'the earlier speaker was new here', (_, c) => c.heard.isFirst),
  amount('c.shared', 'topic', 'rare words in both', (_, c) => c.shared),
  amount('c.rarest', 'topic', 'the rarest word in both', (_, c) => c.rarest),
  amount('c.sharedOfMost', 'topic', 'shares more than other messages do', (m, c) =>
    m.mostShared > 0 ? c.shared / m.mostShared : -1,
  ),
  amount('c.toTalk', 'talk', 'the speaker spoke to the earlier one lately', (_, c) => c.sinceTalkTo),
  amount('c.fromTalk', 'talk', 'the earlier one spoke to the speaker lately', (_, c) => c.sinceTalkFrom),
  amount('c.talks', 'talk', 'how often the two talk', (_, c) => c.talks),
  statement('c.partner', 'talk', 'the speaker talks with the earlier one now', (m, c) =>
    is(m.partner === c.heard.speaker),
  ),
  statement('c.toSpeaker', 'talk', 'the earlier one answered the speaker', (m, c) =>
    is(c.heard.repliesTo?.speaker === m.heard.speaker),
  ),
  statement('c.toOther', 'talk', 'the earlier one answered somebody else', (m, c) =>
    is(
      c.heard.repliesTo !== undefined &&
        c.heard.repliesTo.speaker !== m.heard.speaker &&
        c.heard.repliesTo.speaker !== c.heard.speaker,
    ),
  ),
  statement('c.toSelf', 'talk', 'the earlier one went on from its own', (_, c) =>
    is(c.heard.repliesTo?.speaker === c.heard.speaker),
  ),
  statement('c.opens', 'talk', 'the earlier one opens a thread', (_, c) =>
    is(c.heard.repliesTo === undefined),
  ),
  amount('c.answered', 'talk', 'how often it was answered', (_, c) => c.heard.answered),
  amount('c.continued', 'talk', 'how often its speaker went on from it', (_, c) => c.heard.continued),
  amount('c.threadLater', 'talk', 'later messages of its thread', (_, c) => c.laterOfThread),
  statement('c.ownThread', 'talk', 'the speaker has spoken in its thread since', (_, c) => c.ownInThread),
  statement('c.sameThread', 'talk', "it is in the thread of the speaker's last", (m, c) =>
    m.own ? is(m.own.thread === c.heard.thread) : -1,
  ),
];

export const MOMENT_COUNT = MOMENT_FEATURES.length;
export const CANDIDATE_COUNT = MOMENT_COUNT + CANDIDATE_FEATURES.length;

/** The moment in numbers. */
export const momentValues = (moment: Moment): number[] => MOMENT_FEATURES.map(each => each.value(moment));

/** A candidate in numbers, after those of its moment, which begin at `base`. */
export function candidateValues(
  values: Float32Array,
  base: number,
  moment: Moment,
  candidate: Candidate,
): void {
  let at = base + MOMENT_COUNT;
  for (const each of CANDIDATE_FEATURES) values[at++] = each.value(moment, candidate);
}
