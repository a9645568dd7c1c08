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

/** A ring of the latest time heard up to each of the last messages; those of one moment may need ordering, too. */
function createLateness(): (at: number) => boolean {
  const latest = new Float64Array(REORDER_REACH);
  let count = 0;
  let soFar = Number.NEGATIVE_INFINITY;
  return at => {
    const slot = count % REORDER_REACH;
    const isLate = count >= REORDER_REACH && at <= (latest[slot] ?? 0);
    soFar = Math.max(soFar, at);
    latest[slot] = soFar;
    count++;
    return isLate;
  };
}

/** One group's messages while they are heard; moments in ms. */
interface Hearing {
  count: number;
  first: number;
  last: number;
  speakers: Set<string>;
  isDisordered: boolean;
  isLate(at: number): boolean;
}

const heardOf = ({ count, first, last, speakers, isDisordered }: Hearing): Heard => ({
  count,
  first: new Date(first),
  last: new Date(last),
  speakers,
  isDisordered,
});

/** Gathers a survey line by line. */
export function createSurvey(): { push(line: ArchiveLine): void; done(): Survey } {
  const lines: Survey['lines'] = [];
  const hearings = new Map<string, Hearing>();

  const hear = ({ group, sender, sentAt }: LineOf<'message'>) => {
    const at = sentAt.getTime();
    let hearing = hearings.get(group);
    if (!hearing) {
      hearing = {
        count: 0,
        first: at,
        last: at,
        speakers: new Set(),
        isDisordered: false,
        isLate: createLateness(),
      };
      hearings.set(group, hearing);
    }
    hearing.count++;
    hearing.speakers.add(sender);
    if (at < hearing.first) hearing.first = at;
    if (at > hearing.last) hearing.last = at;
    if (hearing.isLate(at)) hearing.isDisordered = true;
  };

  return {
    push(line) {
      if (line.type === 'message') hear(line);
      else lines.push(line);
    },
    done() {
      const heard = new Map([...hearings].map(([group, hearing]) => [group, heardOf(hearing)]));
      let last: Date | null = null;
      for (const hearing of heard.values()) if (last === null || hearing.last > last) last = hearing.last;
      return { lines, heard, last };
    },
  };
}
