import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const home = fileURLToPath(new URL('..', import.meta.url));
const rules = join(home, '.dependency-cruiser.cjs');
const cruiser = join(home, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const FOLDERS = ['src', 'db', 'bots', 'workers', 'web', 'cli'];
const ROOTS = ['start.ts', 'demo.ts', 'replay.ts', 'nuanqun.ts'];

const Cruised = z.object({
  modules: z.array(
    z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) }),
  ),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** What the same tool as `npm run check` sees below a folder. */
async function cruise(below: string) {
  const seen = [...FOLDERS, ...ROOTS].filter(name => existsSync(join(below, name)));
  const command = [cruiser, '--config', rules, '--output-type', 'json', ...seen];
  const options = { cwd: below, maxBuffer: 2 ** 28 };
  // With violations it ends with their number, and still tells them.
  const told = await new Promise<string>(resolve =>
    execFile(process.execPath, command, options, (_error, stdout) => resolve(stdout)),
  );
  const { modules, summary } = Cruised.parse(JSON.parse(told));
  return {
    modules,
    violations: summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`),
  };
}

function filesBelow(folder: string): string[] {
  if (!existsSync(join(home, folder))) return [];
  return readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file))
    .map(file => `${folder}/${file}`);
}

const ownFiles = [...FOLDERS.flatMap(filesBelow), ...ROOTS.filter(root => existsSync(join(home, root)))];

describe('the walls of the house', () => {
  it('stand: nobody imports what it may not, and the tool has really seen every module', {
    timeout: 60_000,
  }, async () => {
    const { modules, violations } = await cruise(home);
    expect(violations).toEqual([]);
    const seen = new Set(modules.map(module => module.source));
    expect(ownFiles.filter(file => !seen.has(file))).toEqual([]);
    expect(ownFiles.length).toBeGreaterThan(40);
    // TypeScript 7 lets the tool pass with nothing seen; modules without imports would be the same fault.
    expect(modules.flatMap(module => module.dependencies).length).toBeGreaterThan(ownFiles.length);
  });
});

/** Imports that must be refused: file, what it imports, the rule that says so. */
const PLANTED: [file: string, imports: string, rule: string][] = [
  ['src/a.ts', '../db/free.ts', 'src-sees-only-itself'],
  ['src/b.ts', 'node:fs', 'src-is-pure'],
  ['src/c.ts', 'crypto', 'src-is-pure'],
  ['src/d.ts', 'natural', 'src-is-pure'],
  ['src/e.ts', 'pg', 'src-is-pure'],
  ['src/understanding/a.ts', '@resvg/resvg-js', 'src-understanding-is-pure'],
  ['src/understanding/b.ts', 'node:path', 'src-understanding-is-pure'],
  ['src/drawing/a.ts', 'natural', 'src-drawing-is-pure'],
  ['db/a.ts', '../bots/free.ts', 'db-sees-only-src'],
  ['db/b.ts', 'hono', 'db-knows-only-databases'],
  ['db/c.ts', 'natural', 'db-knows-only-databases'],
  ['bots/a.ts', '../workers/free.ts', 'bots-sees-only-src-db'],
  ['bots/b.ts', '../web/free.ts', 'bots-sees-only-src-db'],
  ['bots/c.ts', 'wechaty', 'only-its-place-imports-wechaty'],
  ['bots/d.ts', 'wechaty-puppet', 'only-its-place-imports-wechaty-puppet'],
  ['bots/e.ts', 'drizzle-orm', 'only-its-place-imports-drizzle-orm'],
  ['workers/a.ts', '../bots/free.ts', 'workers-sees-only-src-db'],
  ['workers/b.ts', 'bullmq', 'only-its-place-imports-bullmq'],
  ['workers/jobs/c.ts', 'bullmq', 'only-its-place-imports-bullmq'],
  ['workers/d.ts', 'wechaty-puppet-service', 'only-its-place-imports-wechaty-puppet-service'],
  ['web/a.ts', '../bots/free.ts', 'web-sees-only-src-db'],
  ['web/b.ts', 'drizzle-orm', 'only-its-place-imports-drizzle-orm'],
  ['web/c.ts', 'better-sqlite3', 'only-its-place-imports-better-sqlite3'],
  ['cli/a.ts', '../workers/free.ts', 'cli-sees-only-src-db'],
  ['cli/b.ts', 'ioredis', 'only-its-place-imports-ioredis'],
  ['cli/c.ts', 'hono', 'only-its-place-imports-hono'],
  ['cli/d.ts', '../start.ts', 'roots-are-the-top'],
  ['web/d.ts', '../demo.ts', 'roots-are-the-top'],
  ['workers/e.ts', '../test/world.ts', 'nobody-imports-test'],
  ['src/f.ts', './g.ts', 'no-cycles'],
  ['nuanqun.ts', './demo.ts', 'roots-are-loaded-when-asked-for'],
  ['web/e.ts', './nowhere.ts', 'nothing-unfound'],
];

/** Imports that must be let through. */
const ALLOWED: [file: string, imports: string][] = [
  ['src/ok.ts', 'zod'],
  ['src/understanding/ok.ts', '@node-rs/jieba'],
  ['src/drawing/ok.ts', '@resvg/resvg-js'],
  ['db/ok.ts', 'drizzle-orm'],
  ['db/fine.ts', 'node:fs'],
  ['db/edge.ts', 'zod'],
  ['bots/wechaty.ts', 'wechaty'],
  ['bots/simulator/ok.ts', 'wechaty-puppet'],
  ['workers/queue.ts', 'bullmq'],
  ['workers/queue/ok.ts', 'bullmq'],
  ['workers/ok.ts', 'ioredis'],
  ['web/ok.ts', 'hono'],
  ['cli/ok.ts', '../db/free.ts'],
  ['start.ts', './bots/free.ts'],
];

describe('every wall bites', () => {
  let place = '';
  let violations: string[] = [];

  function plant(file: string, text: string): void {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    writeFileSync(join(place, file), text);
  }

  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'nuanqun-walls-'));
    plant('tsconfig.json', readFileSync(join(home, 'tsconfig.json'), 'utf8'));
    for (const free of ['db', 'bots', 'workers', 'web'].map(room => `${room}/free.ts`))
      plant(free, 'export {};');
    for (const root of ['demo.ts', 'test/world.ts']) plant(root, 'export {};');
    plant('src/g.ts', `export type { It as Some } from './f.ts';`);
    for (const [file, imports] of [...ALLOWED, ...PLANTED]) {
      // Types alone count: a rule that only running code breaks is broken at every desk.
      plant(file, `import type { Some } from '${imports}';\nexport type It = Some;\n`);
      if (/^[a-z@]/.test(imports) && !/^(node:|crypto$)/.test(imports)) {
        plant(
          `node_modules/${imports}/package.json`,
          '{"version":"1.0.0","main":"index.js","types":"index.d.ts"}',
        );
        plant(`node_modules/${imports}/index.js`, '');
        plant(`node_modules/${imports}/index.d.ts`, 'export type Some = 1;');
      }
    }
    violations = (await cruise(place)).violations;
  }, 60_000);
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it.each(PLANTED)('%s must not import %s (%s)', (file, _imports, rule) => {
    expect(violations.filter(line => line.startsWith(`${rule}: ${file} →`))).toHaveLength(1);
  });

  it.each(ALLOWED)('%s may import %s', file => {
    expect(violations.filter(line => line.includes(`: ${file} →`))).toEqual([]);
  });
});

const BANNED = /^(handle|handler|handlers|process|processor|helper|helpers|util|utils|manager)$/;
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .split(/[^A-Za-z0-9]+/)
    .map(word => word.toLowerCase());
const isBanned = (name: string): boolean => wordsOf(name).some(word => BANNED.test(word));

function parse(file: string): ts.SourceFile {
  const text = readFileSync(join(home, file), 'utf8');
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
}

function exportedNames(source: ts.SourceFile): string[] {
  return source.statements.flatMap(statement => {
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    if (!modifiers?.some(each => each.kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(each => each.name.getText());
    }
    return ts.isFunctionDeclaration(statement) && statement.name ? [statement.name.text] : [];
  });
}

function anysIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) {
      found.push(`${source.fileName}:${source.getLineAndCharacterOfPosition(node.pos).line + 1}`);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

describe('names and types', () => {
  it('a file says what is in it, in words of the field', () => {
    const names = [...ownFiles, ...filesBelow('test'), ...filesBelow('scripts')].map(file => basename(file));
    expect(names.filter(isBanned)).toEqual([]);
  });

  it('a function says what it does, in words of the field', () => {
    const named = ownFiles.flatMap(file => exportedNames(parse(file)).map(name => ({ file, name })));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ name }) => isBanned(name))).toEqual([]);
  });

  it('the look-out for banned words sees them in every spelling', () => {
    const found = ['handleMessage', 'messageHandler', 'string-utils.ts', 'TicketManager', 'processAll'];
    const fine = ['underprocessed', 'handled', 'utility', 'manages', 'unprocessedMessages'];
    expect(found.filter(isBanned)).toEqual(found);
    expect(fine.filter(isBanned)).toEqual([]);
  });

  it('nothing is of any type, and no fault of types is silenced', () => {
    const files = [...ownFiles, ...filesBelow('test')];
    expect(files.flatMap(file => anysIn(parse(file)))).toEqual([]);
    const silenced = new RegExp(`@ts-${'(ignore|nocheck|expect-error)'}`);
    expect(files.filter(file => silenced.test(readFileSync(join(home, file), 'utf8')))).toEqual([]);
    expect(
      anysIn(ts.createSourceFile('x.ts', 'let a: any[] = b as any', ts.ScriptTarget.Latest, true)),
    ).toHaveLength(2);
  });
});
