import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { PuppetServer } from 'wechaty-puppet-service';
import { z } from 'zod';
import { SimulatorPuppet } from '../bots/simulator/puppet.ts';
import { createSimulatorWorld, type SimulatorWorld } from '../bots/simulator/world.ts';
import { keepLibraryLogOffStdout } from '../bots/wechaty/library-log.ts';

/*
 * A gateway as a WeChat provider runs one, with a simulated chat behind it: the real gRPC protocol, TLS with the
 * library's own certificate. For tests and load. One JSON object a line: acts come in on stdin and are answered in
 * order on stdout ({"done":id|null} or {"refused":words}); between them stands what the bot says ({"said":{…}}).
 *   tsx scripts/gateway.ts --endpoint 127.0.0.1:18788 --token insecure_<uuid> [--heartbeat-ms 15000]
 */

const member = z.strictObject({ id: z.string(), alias: z.string().exactOptional() });
const act = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('person'),
    id: z.string(),
    name: z.string(),
    isContact: z.boolean().exactOptional(),
  }),
  z.strictObject({
    act: z.literal('group'),
    id: z.string(),
    name: z.string(),
    members: z.array(member),
    botAlias: z.string().exactOptional(),
  }),
  z.strictObject({
    act: z.literal('say'),
    from: z.string(),
    groupId: z.string().nullable(),
    text: z.string(),
    id: z.string().exactOptional(),
    mentionsBot: z.boolean().exactOptional(),
    mentions: z.array(z.string()).exactOptional(),
    replyTo: z.string().exactOptional(),
  }),
  z.strictObject({ act: z.literal('recall'), id: z.string() }),
  z.strictObject({ act: z.literal('redeliver'), id: z.string() }),
  z.strictObject({ act: z.literal('join'), groupId: z.string(), id: z.string() }),
  z.strictObject({ act: z.literal('request-friend'), id: z.string(), hello: z.string() }),
  z.strictObject({ act: z.literal('refuse-sends'), reason: z.string().nullable() }),
  z.strictObject({ act: z.literal('play-dead'), dead: z.boolean() }),
]);

/** What a script can make the world behind the gateway do. */
export type GatewayAct = z.infer<typeof act>;

const tell = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

/** The id of what came into being, where anything did. */
function perform(world: SimulatorWorld, asked: GatewayAct): unknown {
  switch (asked.act) {
    case 'person':
      return world.addPerson(asked).id;
    case 'group':
      return world.addGroup(asked).id;
    case 'say':
      return world.say(asked);
    case 'recall':
      return world.recall(asked.id);
    case 'redeliver':
      return world.redeliver(asked.id);
    case 'join':
      return world.join(asked.groupId, asked.id);
    case 'request-friend':
      return world.requestFriend(asked.id, asked.hello);
    case 'refuse-sends':
      return world.refuseSends(asked.reason);
    case 'play-dead':
      return world.playDead(asked.dead);
  }
}

function answer(world: SimulatorWorld, line: string): void {
  try {
    tell({ done: perform(world, act.parse(JSON.parse(line))) ?? null });
  } catch (error) {
    tell({ refused: error instanceof Error ? error.message : String(error) });
  }
}

const { values } = parseArgs({
  options: {
    endpoint: { type: 'string' },
    token: { type: 'string' },
    'heartbeat-ms': { type: 'string', default: '15000' },
  },
});
const { endpoint, token } = values;
if (!endpoint || !token) throw new Error('give --endpoint 127.0.0.1:PORT and --token insecure_<uuid>');

keepLibraryLogOffStdout();
const world = createSimulatorWorld({ clock: { now: () => new Date() } });
world.onSaid(said => tell({ said }));
const puppet = new SimulatorPuppet(world, { heartbeatMs: Number(values['heartbeat-ms']) });
puppet.on('error', error => void process.stderr.write(`${JSON.stringify(error)}\n`));
await new PuppetServer({ endpoint, puppet, token }).start();
await puppet.start();
tell({ ready: endpoint });

const lines = createInterface({ input: process.stdin });
lines.on('line', line => answer(world, line));
// Whoever started the gateway is gone: nobody is left to serve.
lines.on('close', () => process.exit(0));
