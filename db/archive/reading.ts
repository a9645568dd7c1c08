import type { GroupHistory } from '../../src/analysis/group-history.ts';
import { createFolding } from '../../src/archive/histories.ts';
import type { ArchiveLine, LineOf } from '../../src/archive/line.ts';
import { createSurvey, type Survey } from '../../src/archive/survey.ts';
import type { Label, Message, ReplyEdge } from '../../src/message.ts';

/** Says what a text is: a label and how sure it is, 0-1. */
export type Classify = (text: string) => { label: Label; confidence: number };

/** An archive read, judged and folded, before any of it is written. */
export interface Reading {
  survey: Survey;
  histories: GroupHistory[];
  /** Every message with its fact, in the order of its group, and whom it answers. */
  heard: { message: Message; edges: ReplyEdge[] }[];
}

/** Judges the same text once: 收到 and the like come by the thousand. */
function onceAText(classify: Classify): Classify {
  const judged = new Map<string, ReturnType<Classify>>();
  return text => {
    const known = judged.get(text) ?? classify(text);
    judged.set(text, known);
    return known;
  };
}

/** Reads all lines and judges every text by the same fold as `analyze`, so that both say the same. Holds all in memory. */
export async function readLines(
  lines: AsyncIterable<ArchiveLine> | Iterable<ArchiveLine>,
  labeller: { version: string; labelOf: Classify },
): Promise<Reading> {
  const surveying = createSurvey();
  const said: LineOf<'message'>[] = [];
  for await (const line of lines) {
    surveying.push(line);
    if (line.type === 'message') said.push(line);
  }
  const survey = surveying.done();
  const heard: Reading['heard'] = [];
  const judging = { version: labeller.version, labelOf: onceAText(labeller.labelOf) };
  const folding = createFolding(survey, judging, (message, edges) => void heard.push({ message, edges }));
  for (const line of said) folding.push(line);
  return { survey, heard, histories: folding.done() };
}
