import { secret } from '../../src/redact.ts';
import { createRedisRunner } from '../../workers/queue/redis-runner.ts';

/** A second process with a worker, which a test can kill: tells when its job begins, and takes as long as it is told. */
const [url = '', prefix = '', lastsMs = '0'] = process.argv.slice(2);
const quiet = () => undefined;

const runner = createRedisRunner({
  redis: secret(url),
  prefix,
  clock: { now: () => new Date() },
  log: { info: quiet, warn: quiet, error: quiet },
  jobs: [{ name: 'score', title: '', every: '0 0 1 1 *', run: async () => ({}) }],
  run: async () => {
    process.send?.('began');
    await new Promise(resolve => setTimeout(resolve, Number(lastsMs)));
    process.send?.('ended');
    return { scored: 1 };
  },
});
process.on('message', async () => {
  await runner.stop();
  process.exit(0);
});
await runner.start();
process.send?.('ready');
