// npm run train — learns what the program understands from content/ and writes content/models/{classes,faq,emergencies}.json.gz.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readSentences } from '../cli/content.ts';
import { trainClasses } from '../src/understanding/classes/class-model.ts';
import { trainEmergencies } from '../src/understanding/emergency/sense.ts';
import { emergencyIn } from '../src/understanding/emergency.ts';
import { openBackground, trainBackground } from '../src/understanding/faq/background.ts';
import type { FaqModel } from '../src/understanding/faq/faq-model.ts';
import { learnRank } from './understanding/learn-rank.ts';
import { learnSure } from './understanding/learn-sure.ts';
import { type Lesson, lessonsOf } from './understanding/lessons.ts';
import { readEmergencyLines } from './understanding/read-emergency-lines.ts';
import { readPairs } from './understanding/read-pairs.ts';

const MODELS = new URL('../content/models/', import.meta.url);
/** Every so many-th sentence is put to every base as something it has no answer to. */
const TALK_EVERY = 20;

async function write(name: string, model: object): Promise<void> {
  const packed = gzipSync(`${JSON.stringify(model)}\n`, { level: 9 });
  await writeFile(fileURLToPath(new URL(`${name}.json.gz`, MODELS)), packed);
  console.log(`content/models/${name}.json.gz: ${Math.round(packed.length / 1024)} KB`);
}

function trainFaq(sentences: readonly string[], pairs: Awaited<ReturnType<typeof readPairs>>): FaqModel {
  const background = trainBackground(sentences);
  const rarity = openBackground(background);
  const talk = sentences.filter((_, at) => at % TALK_EVERY === 0);
  const domains = [...new Set(pairs.map(pair => pair.domain))].filter(domain => domain !== 'own');
  const own = pairs.filter(pair => pair.domain === 'own');
  const bases = [...domains.map(domain => pairs.filter(pair => pair.domain === domain)), pairs];
  const byTitle = bases.flatMap((base): Lesson[] => lessonsOf(base, talk, rarity, 'titles'));
  // Who is meant is learned from both; how sure to be from titles, where right and wrong lie as far apart as in life.
  const byPhrasing = [...bases, own].flatMap((base): Lesson[] => lessonsOf(base, talk, rarity, 'phrasings'));
  console.log(`${byTitle.length} + ${byPhrasing.length} lessons of ${bases.length} bases`);
  const rank = learnRank([...byTitle, ...byPhrasing]);
  return { version: 'faq-2', rank, sure: learnSure(byTitle, rank), background };
}

const began = performance.now();
const sentences = await readSentences();
await mkdir(fileURLToPath(MODELS), { recursive: true });
await write(
  'faq',
  trainFaq(
    sentences.map(each => each.text),
    await readPairs(),
  ),
);
await write('classes', trainClasses(sentences));
// What the rules take for danger among the sentences is left out: some of it is.
const calm = sentences.map(each => each.text).filter(text => emergencyIn(text) === null);
await write('emergencies', trainEmergencies(await readEmergencyLines(), calm));
console.log(
  `learned from ${sentences.length} sentences in ${Math.round((performance.now() - began) / 1000)} s`,
);
