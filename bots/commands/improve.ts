import { servingCadresOf } from '../../db/people.ts';
import { type PlacedTicket, ticketAbout } from '../../db/tickets.ts';
import { gravestOf } from '../../src/digest/group-lines.ts';
import { shortenPrescription } from '../../src/digest/shorten-prescription.ts';
import { STATE_WORDS } from '../../src/digest/state-words.ts';
import { keys } from '../../src/keys.ts';
import { limitClassOf } from '../../src/limit-class.ts';
import { maskNumbers } from '../../src/mask.ts';
import type { Person } from '../../src/people.ts';
import { shorten } from '../../src/texts/moments.ts';
import { aboutLeaderWords } from '../../src/texts.ts';
import { openKind } from '../desk/open-kind.ts';
import { type ReadLine, readDigestLine } from '../desk/read-digest-line.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

const TOPIC_LENGTH = 40;

/** What is to be done: the leader's words, else the prescription of the finding, else how the group stands. */
function topicOf({ group, analysis }: ReadLine, words: string): string {
  if (words) return shorten(maskNumbers(words), TOPIC_LENGTH);
  const gravest = analysis ? gravestOf(analysis) : undefined;
  // The sentences around it end it themselves.
  if (gravest) return shortenPrescription(gravest.prescription, TOPIC_LENGTH).replace(/。$/u, '');
  const state = analysis ? `（${STATE_WORDS[analysis.state].word}）` : '';
  return `到${shorten(group.name, 14)}${state}看一看，改进服务`;
}

/** Whoever serves the group gets the task; the first who can be written to. */
async function cadreFor({ tx, now }: Turn, groupId: string): Promise<Person | null> {
  const serving = await servingCadresOf(tx, groupId, now);
  return serving.find(cadre => cadre.isContact) ?? serving[0] ?? null;
}

async function tellOrdered(
  turn: Turn,
  ticket: PlacedTicket,
  to: { cadre: Person | null; groupName: string },
) {
  const { person, now } = turn;
  const { cadre, groupName } = to;
  const card = aboutLeaderWords.improvementCard(ticket, person.name, groupName, now);
  const isTold = cadre !== null && (await turn.tell(cadre, keys.ticketCard(ticket.id, cadre.id, 1), card));
  await turn.say(
    isTold
      ? aboutLeaderWords.improvementOrdered(ticket, cadre.name, now)
      : aboutLeaderWords.improvementUnheard(ticket, groupName),
  );
}

/** 改进 3: an improvement task out of a finding of the digest; the leader hears when it is done, and says whether it is (检查改进). */
export const improve = defineCommand({
  name: 'improve',
  says: ['改进'],
  act: 'order-improvement',
  forWhom: 'leader',
  isPrivateOnly: true,
  needsNumber: true,
  isDaily: true,
  help: '改进 3：给周报第3条布置改进',
  async run(turn, words) {
    const read = await readDigestLine(turn, words);
    const { groupId, week, detector } = read.line;
    const about = `finding/${groupId}/${week}/${detector ?? 'state'}`;
    const known = await ticketAbout(turn.tx, about);
    if (known && known.state !== 'withdrawn') return turn.say(aboutLeaderWords.improvementKnown(known));
    const cadre = await cadreFor(turn, groupId);
    const ticket = await openKind(turn, {
      kind: 'improvement',
      group: read.group,
      topic: topicOf(read, words.rest),
      limitClass: limitClassOf('improvement', ''),
      assigneeId: cadre?.id ?? null,
      placeId: turn.person.id,
      about,
    });
    await tellOrdered(turn, ticket, { cadre, groupName: read.group.name });
  },
});
