import type { z } from 'zod';
import { nearestTo } from '../nearest-word.ts';
import { ARCHIVE_TYPES, ArchiveLine } from './line.ts';
import { messageLineIn } from './message-line.ts';

/** A line that was understood, or one sentence that says what is wrong with it and how to mend it. */
export type Parsed = { line: ArchiveLine } | { fault: string };

function describe(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.');
  if (
    issue.code === 'invalid_type' &&
    issue.input === undefined &&
    !/received (?!undefined)/.test(issue.message)
  ) {
    return `“${field}” is missing; add it`;
  }
  if (issue.code === 'invalid_value') {
    return `“${field}” must be one of ${issue.values.map(String).join(', ')}`;
  }
  if (issue.code === 'custom') return `“${field}”: ${issue.message}`;
  return `“${field}”: ${issue.message.replace(/^Invalid input: /, '')}`;
}

const typeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;

function wrongType(type: unknown): string {
  if (typeof type !== 'string') return `it has no “type”; begin it with {"type":"message",…} or another type`;
  return `there is no type “${type.slice(0, 40)}”; did you mean ${nearestTo(type, ARCHIVE_TYPES)}?`;
}

/** JSON as a value, or null when it is none. */
export function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Reads one line of an archive. */
export function parseLine(text: string): Parsed {
  const json = parseJson(text);
  if (json === null) return { fault: 'it is not JSON; write one whole JSON object on the line' };
  const message = messageLineIn(json.value);
  if (message) return { line: message };
  const read = ArchiveLine.safeParse(json.value);
  if (read.success) return { line: read.data };
  const type = typeOf(json.value);
  if (!ARCHIVE_TYPES.some(known => known === type)) return { fault: wrongType(type) };
  const issue = read.error.issues[0];
  return {
    fault: issue ? describe(issue) : 'it cannot be read; compare it with the description of archives',
  };
}
