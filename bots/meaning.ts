import { setImmediate as nextTick } from 'node:timers/promises';
import type { EmbeddingsSettings } from '../src/embeddings-settings.ts';
import type { FaqEntry } from '../src/faq.ts';
import type { Log } from '../src/log.ts';
import { isNearby } from '../src/nearby.ts';
import type { Clock } from '../src/time.ts';
import { type Scale, scaleOf } from '../src/understanding/meaning/scale.ts';
import {
  compareWording,
  likenessIn,
  type Shelved,
  wordingsToCompare,
} from '../src/understanding/meaning/shelf.ts';
import { judgeByMeaning, MEANING_VERSION, type Meaning } from '../src/understanding/meaning.ts';
import { openEndpoint } from './meaning/endpoint.ts';
import { asSent, openLibrary } from './meaning/library.ts';
import { openPatience } from './meaning/patience.ts';

/** A question's vector that comes later than this is not waited for. */
export const READ_WITHIN_MS = 300;
/** Enough wordings to know what likeness is worth; each costs one walk over the shelf. */
const COMPARED = 200;

interface Known {
  shelf: Shelved[];
  /** Null when likeness tells nothing here: then nothing is asked for either. */
  scale: Scale | null;
}

async function measure(shelf: Shelved[]): Promise<Scale | null> {
  const compared = [];
  for (const place of wordingsToCompare(shelf, COMPARED)) {
    compared.push(compareWording(shelf, place) ?? []);
    // A large base takes a while, and messages are heard meanwhile.
    await nextTick();
  }
  return scaleOf(compared.flat());
}

/** Opens the semantic stage over the operator's endpoint. The entries are read in the background; until then words decide. */
export function openMeaning({
  settings,
  clock,
  log,
}: {
  settings: EmbeddingsSettings;
  clock: Clock;
  log: Log;
}): Meaning {
  const library = openLibrary(openEndpoint(settings));
  const patience = openPatience(clock, log);
  let entries: readonly FaqEntry[] = [];
  let known: Known | null = null;
  let isLearning = false;
  if (!isNearby(settings.url))
    log.warn(
      { endpoint: new URL(settings.url).host },
      'questions asked of the bot leave this network for the embeddings endpoint',
    );

  async function learn(): Promise<void> {
    if (isLearning || patience.isResting()) return;
    isLearning = true;
    try {
      while (!known) {
        const wanted = entries;
        const asked = await library.stock(wanted);
        const shelf = library.shelf(wanted);
        const scale = await measure(shelf);
        patience.worked();
        log.info(
          { entries: wanted.length, asked, isUsed: scale !== null },
          'the meaning of the entries is known',
        );
        // They may have changed meanwhile.
        if (wanted === entries) known = { shelf, scale };
      }
    } catch (error) {
      patience.failed(error);
    } finally {
      isLearning = false;
    }
  }

  return {
    setFaq(next) {
      entries = next;
      known = null;
      void learn();
    },
    async read(text) {
      if (!known) void learn();
      const sent = asSent(text);
      if (!known?.scale || !sent || patience.isResting()) return null;
      const { shelf, scale } = known;
      try {
        const likeness = likenessIn(shelf, await library.read(sent, READ_WITHIN_MS));
        patience.worked();
        return {
          version: `${MEANING_VERSION}/${settings.model}`,
          rejudge: hits => judgeByMeaning(hits, likeness, scale),
        };
      } catch (error) {
        patience.failed(error);
        if (library.size() === 0) known = null;
        return null;
      }
    },
  };
}
