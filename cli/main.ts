import { parseArgs } from 'node:util';
import { isFailure } from '../src/errors.ts';
import { nearestTo } from '../src/nearest-word.ts';
import type { Command, CommandContext } from './commands/define.ts';
import { commands as everyCommand } from './commands/index.ts';
import { type Io, pathFrom, ReaderGone, write } from './io.ts';
import type { Roots } from './roots.ts';

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

function helpText(commands: readonly Command[]): string {
  const lines = commands.map(command => `  nuanqun ${command.usage}\n      ${command.summary}`);
  return `暖群 Nuanqun\n\n${lines.join('\n')}\n\nTimes are ISO 8601 with zone; --json prints one JSON document.\n`;
}

/** The command whose name the first words spell; two words win over one. */
function findCommand(argv: readonly string[], commands: readonly Command[]): Command | undefined {
  return [2, 1]
    .map(count => argv.slice(0, count).join(' '))
    .map(name => commands.find(command => command.name === name))
    .find(command => command !== undefined);
}

function contextFor(io: Io, roots: Roots): CommandContext {
  return {
    io,
    roots,
    print: line => write(io.out, `${line}\n`),
    printJson: value => write(io.out, `${JSON.stringify(value)}\n`),
    note: line => write(io.err, `${line}\n`),
    path: typed => pathFrom(io, typed),
  };
}

function readWords(command: Command, argv: readonly string[]) {
  const own = argv.slice(command.name.split(' ').length);
  const { values, positionals } = parseArgs({
    args: own,
    options: { ...command.options, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  const { help, ...options }: Record<string, unknown> = values;
  return { help: help === true, given: { ...options, rest: positionals } };
}

function usageFault(error: unknown): string | null {
  const isArgument =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (isArgument) return error.message;
  return isFailure(error) && error.code === 'wrong-usage' ? error.message : null;
}

async function explain(error: unknown, command: Command, io: Io): Promise<number> {
  if (error instanceof ReaderGone) return DONE;
  const fault = usageFault(error);
  if (fault !== null) {
    await write(io.err, `${fault}\nusage: nuanqun ${command.usage}\n`);
    return WRONG_USAGE;
  }
  const says = isFailure(error)
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : error;
  await write(io.err, `${String(says)}\n`);
  return FAILED;
}

/**
 * Runs one command and gives its exit code: 0 done, 1 refused or failed with a sentence on stderr, 2 wrong usage.
 * Never ends the process: the caller sets `process.exitCode` and lets the output drain.
 */
export async function runCommand(
  argv: readonly string[],
  io: Io,
  roots: Roots,
  commands: readonly Command[] = everyCommand,
): Promise<number> {
  const asksHelp = argv.length === 0 || ['help', '--help', '-h'].includes(argv[0] ?? '');
  const command = asksHelp ? undefined : findCommand(argv, commands);
  if (!command) {
    const typed = argv
      .filter(word => !word.startsWith('-'))
      .slice(0, 2)
      .join(' ');
    const names = commands.map(known => known.name);
    const hint = `there is no command “${typed}”; did you mean “${nearestTo(typed, names)}”?\n`;
    await write(asksHelp ? io.out : io.err, asksHelp ? helpText(commands) : hint);
    return asksHelp ? DONE : WRONG_USAGE;
  }
  try {
    const { help, given } = readWords(command, argv);
    if (help) {
      await write(io.out, `usage: nuanqun ${command.usage}\n${command.summary}\n`);
      return DONE;
    }
    return await command.start(contextFor(io, roots), given);
  } catch (error) {
    return explain(error, command, io);
  }
}
