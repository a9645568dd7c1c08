/** Where the real servers of `scripts/servers.sh` are. */
export type ServerKey = 'NUANQUN_TEST_REDIS' | 'NUANQUN_TEST_POSTGRES' | 'NUANQUN_TEST_CHROMIUM';

/** The address (or path) of one real server; throws when the tests were started without it. */
export function serverOf(key: ServerKey): string {
  const where = process.env[key];
  if (!where) throw new Error(`${key} is not set: run these tests by \`npm run test:real\``);
  return where;
}

/** Throws one sentence that names every server that is missing. */
export function needServers(keys: readonly ServerKey[]): void {
  const missing = keys.filter(key => !process.env[key]);
  if (missing.length > 0) {
    throw new Error(`${missing.join(', ')} not set: run these tests by \`npm run test:real\``);
  }
}
