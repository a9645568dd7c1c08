import type { ParseArgsConfig } from 'node:util';
import type { z } from 'zod';
import { Failure } from '../../src/errors.ts';
import type { Io } from '../io.ts';
import type { Roots } from '../roots.ts';

/** What a command works with. */
export interface CommandContext {
  io: Io;
  roots: Roots;
  /** Writes a line on stdout. */
  print(line: string): Promise<void>;
  /** Writes the one JSON document of `--json` on stdout. */
  printJson(value: unknown): Promise<void>;
  /** Writes a line on stderr. */
  note(line: string): Promise<void>;
  /** A path as typed, taken from the caller's folder. */
  path(typed: string): string;
}

/**
 * One command of `nuanqun`: one file in this folder and one line in `index.ts`.
 * `options` is what `parseArgs` of node:util takes; `input` then checks `{...options, rest: string[]}`, where `rest`
 * holds the words that are no options. A message of `input` is shown with the usage (exit 2); a Failure thrown by
 * `run` is its one sentence (exit 1); `run` may also return the exit code itself.
 */
export interface Command {
  name: string;
  usage: string;
  summary: string;
  options: NonNullable<ParseArgsConfig['options']>;
  start(ctx: CommandContext, given: unknown): Promise<number>;
}

interface Definition<Input extends z.ZodType> {
  name: string;
  usage: string;
  summary: string;
  options: NonNullable<ParseArgsConfig['options']>;
  input: Input;
  run(ctx: CommandContext, args: z.output<Input>): Promise<number> | Promise<void>;
}

function wrongUsage(error: z.ZodError): Failure {
  const [issue] = error.issues;
  const option = String(issue?.path[0] ?? '');
  const where = option === '' || option === 'rest' ? '' : `--${option}: `;
  return new Failure('wrong-usage', `${where}${issue?.message ?? 'wrong usage'}`);
}

/** The mould of commands; what `input` refuses is a Failure('wrong-usage') before anything runs. */
export function defineCommand<Input extends z.ZodType>(definition: Definition<Input>): Command {
  const { name, usage, summary, options, input, run } = definition;
  return {
    name,
    usage,
    summary,
    options,
    async start(ctx, given) {
      const read = input.safeParse(given);
      if (!read.success) throw wrongUsage(read.error);
      return (await run(ctx, read.data)) ?? 0;
    },
  };
}
