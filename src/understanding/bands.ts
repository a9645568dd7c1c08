/** How sure one must be before saying something; confidences 0-1. */
export interface Bands {
  version: string;
  /** Answer somebody who asked the bot. */
  answerAsked: number;
  /** Answer into the group, though nobody asked the bot. */
  answerUnasked: number;
  /** An entry at least this likely may be one of the choices of a clarifying question. */
  clarify: number;
  /** Only entries at least this share as likely as the best stand beside it. */
  clarifyShare: number;
  /** An unasked message this surely a request is offered to be recorded. */
  offerUnasked: number;
}

/** A wrong interruption is worse than silence, so the unasked bands are the stricter ones. */
export const BANDS: Bands = {
  version: 'bands-3',
  answerAsked: 0.838,
  answerUnasked: 0.93,
  clarify: 0.3,
  clarifyShare: 0.4,
  offerUnasked: 0.55,
};

/** Choices of one clarifying question; more do not fit one line. */
export const MOST_CHOICES = 3;
