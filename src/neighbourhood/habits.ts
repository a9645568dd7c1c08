/** How people behave in a group. Nothing here says what state it is in: only the analyzer does, from what was said. */
export interface Habit {
  /** Little talks among members in a week; between them at least `chatGapDays` days pass. */
  chatsAWeek: number;
  chatGapDays?: number;
  needsAWeek: number;
  /** Of the needs: answered by somebody; of these by the cadre rather than a volunteer; of these thanked for. */
  answered: number;
  byCadre: number;
  thanked: number;
  noticesAWeek: number;
  /** Of the notices: somebody says more to it than 收到. */
  echoed: number;
  chainsAWeek: number;
  /** Members who ever speak. */
  speakers: number;
}

/** A group with a good word for everybody. */
export const LIVELY: Habit = {
  chatsAWeek: 5,
  needsAWeek: 2.5,
  answered: 0.92,
  byCadre: 0.75,
  thanked: 0.85,
  noticesAWeek: 1.6,
  echoed: 0.75,
  chainsAWeek: 0.3,
  speakers: 12,
};
/** The same with fewer words. */
export const CALM: Habit = { ...LIVELY, chatsAWeek: 3.5, needsAWeek: 1.8, noticesAWeek: 2.2 };
/** Hardly a word, but whoever asks is helped. */
export const FEW_WORDS: Habit = {
  ...CALM,
  chatsAWeek: 0.2,
  needsAWeek: 1,
  answered: 1,
  byCadre: 1,
  thanked: 0.9,
  noticesAWeek: 1,
  echoed: 0.4,
  chainsAWeek: 0,
  speakers: 7,
};
/** Nobody from the street has looked in for weeks; a few people still ask. */
export const LEFT_ALONE: Habit = {
  ...CALM,
  chatsAWeek: 0.6,
  needsAWeek: 0.9,
  answered: 0,
  noticesAWeek: 0.25,
  echoed: 0,
  chainsAWeek: 0,
  speakers: 4,
};
/** Nobody asks any more. */
export const FALLEN_ASLEEP: Habit = { ...LEFT_ALONE, chatsAWeek: 0.8, chatGapDays: 9, needsAWeek: 0 };
/** The street looks in less and less and the talk dries up; one of the members still helps whoever asks. */
export const FADING: Habit = {
  ...LEFT_ALONE,
  chatsAWeek: 0.8,
  needsAWeek: 0.8,
  answered: 1,
  byCadre: 0,
  thanked: 0.9,
};
/** Notice after notice. */
export const LOUDSPEAKER: Habit = {
  ...CALM,
  chatsAWeek: 0,
  needsAWeek: 0.4,
  answered: 0,
  noticesAWeek: 7,
  echoed: 0,
  chainsAWeek: 0,
  speakers: 9,
};
/** Talk every day, and nobody takes up what is asked. */
export const ALL_TALK: Habit = {
  ...LIVELY,
  chatsAWeek: 7,
  needsAWeek: 2.6,
  answered: 0,
  noticesAWeek: 0.9,
  echoed: 0.3,
  speakers: 16,
};
