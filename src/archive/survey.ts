import type { ArchiveLine, LineOf } from './line.ts';

/** So many messages of a group may stand out of order before the whole group must be put in order. */
export const REORDER_REACH = 200;

/** What a first reading tells of a group's messages. */
export interface Heard {
  count: number;
  first: Date;
  last: Date;
  speakers: Set<string>;
  /** Somewhere a message comes more than `REORDER_REACH` messages too late. */
  isDisordered: boolean;
}

/** An archive after its first reading: everything but the messages, and when they were said. */
export interface Survey {
  lines: Exclude<ArchiveLine, LineOf<'message'>>[];
  heard: Map<string, Heard>;
  /** The latest message of any group; null without messages. */
  last: Date | null;
}

/** A ring of the latest time heard up to each of the last messages. */
function createLateness(): (at: number) => boolean {
  const latest = new Float64Array(REORDER_REACH);
  let count = 0;
  let soFar = Number.NEGATIVE_INFINITY;
  return at => {
    const slot = count % REORDER_REACH;
    const isLate = count >= REORDER_REACH && at < (latest[slot] ?? 0);
    soFar = Math.max(soFar, at);
    latest[slot] = soFar;
    count++;
    return isLate;
  };
}

/** Gathers a survey line by line. */
export function createSurvey(): { push(line: ArchiveLine): void; done(): Survey } {
  const survey: Survey = { lines: [], heard: new Map(), last: null };
  const lateness = new Map<string, (at: number) => boolean>();

  const hear = ({ group, sender, sentAt }: LineOf<'message'>) => {
    const isLate = lateness.get(group) ?? createLateness();
    lateness.set(group, isLate);
    const known = survey.heard.get(group);
    const heard: Heard = known ?? {
      count: 0,
      first: sentAt,
      last: sentAt,
      speakers: new Set(),
      isDisordered: false,
    };
    heard.count++;
    heard.speakers.add(sender);
    if (sentAt < heard.first) heard.first = sentAt;
    if (sentAt > heard.last) heard.last = sentAt;
    if (isLate(sentAt.getTime())) heard.isDisordered = true;
    if (!known) survey.heard.set(group, heard);
    if (survey.last === null || sentAt > survey.last) survey.last = sentAt;
  };

  return {
    push(line) {
      if (line.type === 'message') hear(line);
      else survey.lines.push(line);
    },
    done: () => survey,
  };
}
