// Who may import whom. `test/architecture.test.ts` proves that every rule bites and that every module is seen.

const ROOMS = 'src|db|bots|workers|web|cli';
const ROOTS = '^(start|demo|replay|nuanqun)[.]ts$';

/** A package by name, found in node_modules or not. */
const packaged = names => `(^|node_modules/)(@types/)?(${names.join('|')})(/|$)`;

/** A folder sees only itself and the folders named. */
const sees = (from, folders) => ({
  name: `${from}-sees-only-${folders.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: {
    path: `^(${ROOMS}|test|bench|scripts)/`,
    pathNot: [`^${from}/`, ...folders.map(folder => `^${folder}/`)],
  },
});

/** A package is imported from these places only. */
const onlyFrom = (names, places, name = names[0]) => ({
  name: `only-its-place-imports-${name.replace(/\W+/g, '-').replace(/^-/, '')}`,
  severity: 'error',
  from: { path: `^((${ROOMS}|scripts|bench)/|[^/]+[.]ts$)`, pathNot: places },
  to: { path: packaged(names) },
});

/** A corner of src: our own folders and these packages, nothing of Node. Clock, files and network stay outside. */
const pure = (corner, names, except = []) => ({
  name: `${corner.replace(/\W+/g, '-')}-is-pure`,
  severity: 'error',
  from: { path: `^${corner}/`, pathNot: except },
  to: { pathNot: [`^(${ROOMS})/`, packaged(['zod', 'uuid', 'chinese-days', ...names])] },
});

module.exports = {
  forbidden: [
    sees('src', []),
    sees('db', ['src']),
    sees('bots', ['src', 'db']),
    sees('workers', ['src', 'db']),
    sees('web', ['src', 'db']),
    sees('cli', ['src', 'db']),
    pure('src', [], ['^src/understanding/', '^src/drawing/']),
    pure('src/understanding', ['natural', '@node-rs/jieba']),
    pure('src/drawing', ['@resvg/resvg-js']),
    {
      name: 'db-knows-only-databases',
      severity: 'error',
      from: { path: '^db/' },
      to: {
        dependencyTypesNot: ['core'],
        pathNot: [`^(${ROOMS})/`, packaged(['drizzle-orm', 'better-sqlite3', 'pg', 'zod'])],
      },
    },
    onlyFrom(['wechaty'], ['^bots/wechaty[.]ts$']),
    onlyFrom(['wechaty-puppet', 'file-box'], ['^bots/wechaty[^/]*(/|$)', '^bots/simulator']),
    onlyFrom(['wechaty-puppet-service', 'wechaty-grpc'], ['^bots/', '^scripts/']),
    onlyFrom(['bullmq'], ['^workers/queue[.]ts$', '^workers/queue/']),
    onlyFrom(['ioredis'], ['^workers/']),
    onlyFrom(['drizzle-orm'], ['^db/']),
    onlyFrom(['better-sqlite3', 'pg'], ['^db/', '^bench/']),
    onlyFrom(['hono', '@hono'], ['^web/']),
    {
      name: 'nobody-imports-test',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'roots-are-the-top',
      comment: 'only the command line begins a root, and only when it is asked for',
      severity: 'error',
      from: { pathNot: ['^nuanqun[.]ts$', '^test/'] },
      to: { path: ROOTS },
    },
    {
      name: 'roots-are-loaded-when-asked-for',
      severity: 'error',
      from: { path: '^nuanqun[.]ts$' },
      to: { path: ROOTS, dynamic: false },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unfound', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
