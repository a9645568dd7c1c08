import { addCandidate, candidatesOfUnit, growCandidate } from '../db/faq-candidates.ts';
import { namesIn } from '../db/groups.ts';
import { messageById } from '../db/messages.ts';
import { cadresOf, personById } from '../db/people.ts';
import { bareWords } from '../src/faq/learn-phrasing.ts';
import { answeredAnew, askedAnew } from '../src/faq/propose.ts';
import type { Message, ReplyEdge } from '../src/message.ts';
import { isCadre } from '../src/people.ts';
import type { Turn } from './turn.ts';

/** From this confidence on it is sure which question was answered. */
const SURE = 0.9;

/** The only member's question this message surely answers; an answer to several is no answer to each. */
async function answeredQuestion(turn: Turn, edges: readonly ReplyEdge[]): Promise<Message | null> {
  const [edge, another] = edges.filter(each => each.confidence >= SURE);
  if (!edge || another) return null;
  const asked = await messageById(turn.tx, turn.message.placeId, edge.toMessageId);
  if (!asked?.text || asked.fact?.label !== 'question' || asked.fact.substance === 'command') return null;
  const asker = await personById(turn.tx, asked.senderId);
  const isMember = asker && !isCadre(asker.role) && asker.role !== 'leader' && asker.role !== 'bot';
  return isMember ? asked : null;
}

/**
 * A cadre's own answer to a member's question becomes a pending entry, both texts redacted of what is personal. It is
 * answered to nobody until a person says so.
 */
export async function proposeEntry(turn: Turn, edges: readonly ReplyEdge[]): Promise<void> {
  const { tx, now, message, group, person } = turn;
  if (!group || !isCadre(person.role) || !edges.length || message.kind !== 'text') return;
  if (!(await cadresOf(tx, group.id)).some(cadre => cadre.id === person.id)) return;
  const asked = await answeredQuestion(turn, edges);
  if (!asked?.text) return;
  const names = await namesIn(tx, group.id);
  const question = askedAnew(asked.text, names);
  const answer = answeredAnew(turn.text, names);
  if (!question || !answer) return;
  const messageIds = [asked.id, message.id];
  const bare = bareWords(question);
  const known = (await candidatesOfUnit(tx, group.unitId)).find(
    each => each.messageIds.includes(asked.id) || bareWords(each.question) === bare,
  );
  if (!known) {
    const rest = { source: 'cadre-answer' as const, askedTimes: 1, entryId: null, trace: message.trace };
    await addCandidate(tx, { unitId: group.unitId, question, answer, messageIds, ...rest }, now);
  } else if (known.state === 'pending' && !known.messageIds.includes(message.id)) {
    const grown = { messageIds: [...new Set([...known.messageIds, ...messageIds])] };
    await growCandidate(tx, known.id, known.answer ? grown : { ...grown, answer });
  }
}
