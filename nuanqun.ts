import './load-env.ts';
import { runCommand } from './cli/main.ts';
import type { Roots } from './cli/roots.ts';

// The programs load only when asked for: `archive check` must not wait for the chat library.
const roots: Roots = {
  demo: async options => (await import('./demo.ts')).runDemo(options),
  start: async options => (await import('./start.ts')).runStart(options),
  replay: async options => (await import('./replay.ts')).runReplay(options),
};

// A closed pipe is told to the writer; without a listener it would end the process as an error.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

process.exitCode = await runCommand(
  process.argv.slice(2),
  {
    out: process.stdout,
    err: process.stderr,
    env: process.env,
    folder: process.env['INIT_CWD'] ?? process.cwd(),
    clock: { now: () => new Date() },
  },
  roots,
);
