import type { ContactName } from '../../db/contacts.ts';
import { lastKeySince, saidAs } from '../../db/outbox.ts';
import { openPrompt } from '../../db/prompts.ts';
import { contactAsked } from '../../src/keys.ts';
import { DAY_MS } from '../../src/time.ts';
import type { Turn } from '../turn.ts';

/** So long after the question a quote of it, or in private a word to it as the last thing said there, still answers. */
const ANSWERED_IN_MS = 3 * DAY_MS;

/** The contact that a member's one word is about: the quoted question, the open one, or the last thing the bot said here. */
export async function contactMeant({ tx, message, person, now }: Turn): Promise<ContactName | null> {
  const quoted = message.replyToId ? await saidAs(tx, message.placeId, message.replyToId) : null;
  const open = quoted ? null : await openPrompt(tx, message.placeId, person.id, now);
  const { cadreId, personId, at } = open?.kind === 'met' ? open.data : {};
  if (typeof cadreId === 'string' && typeof personId === 'string' && typeof at === 'string')
    return { cadreId, personId, at: new Date(at) };
  const since = new Date(now.getTime() - ANSWERED_IN_MS);
  const last =
    message.isPrivate && !open && !quoted ? await lastKeySince(tx, message.placeId, '', since) : null;
  const asked = contactAsked(quoted?.key ?? last ?? '');
  return asked?.personId === person.id ? asked : null;
}
