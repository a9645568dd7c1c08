import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readModels, readSentences } from '../../../../cli/content.ts';
import { openBayes } from '../../../../src/understanding/bayes.ts';
import { openAllJudges } from '../../../../src/understanding/classes/all-judges.ts';
import { shownBy } from '../../../../src/understanding/classes/features.ts';
import { openJudge } from '../../../../src/understanding/classes/judge-model.ts';
import { normalise, readable, wordsOf } from '../../../../src/understanding/tokens.ts';

const { classes } = await readModels();
const sentences = (await readSentences()).filter((_, at) => at % 7 === 0).map(sentence => sentence.text);
const judge = openAllJudges(classes);
const [told, spelt, bayes] = [openJudge(classes.told), openJudge(classes.spelt), openBayes(classes.bayes)];

/** Texts as people write them, with what stands between and around the words. */
const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...sentences) },
      fc.constantFrom(
        '１２',
        '2024',
        '7',
        'A市',
        'k4县',
        '　',
        ' ',
        '\n',
        '^',
        '$',
        '😀',
        'é',
        'İ',
        'ﬀ',
        '＠王芳 ',
        '…',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(parts => parts.join(''));

function judgedApart(raw: string) {
  const plain = readable(raw);
  const shown = shownBy(plain);
  return { told: told(shown.told), spelt: spelt(shown.spelt), bayes: bayes(plain) };
}

test('the judges opened together say to the last bit what each says alone', () => {
  fc.assert(
    fc.property(text, raw => {
      const plain = readable(raw);
      expect(judge(plain)).toEqual(judgedApart(raw));
    }),
    { seed: 2, numRuns: 3000 },
  );
});

test('the counts of natural give to the last bit what natural itself makes of them', () => {
  const load = createRequire(import.meta.url);
  const BayesClassifier = load('natural/lib/natural/classifiers/bayes_classifier.js');
  const own = BayesClassifier.restore(structuredClone({ ...classes.bayes, docs: [], lastAdded: 0 }));
  const places = new Map(Object.keys(classes.bayes.features).map((word, at) => [word, at]));
  fc.assert(
    fc.property(text, raw => {
      const plain = readable(raw);
      const observed: Record<string, number> = {};
      for (const word of wordsOf(plain).slice(0, 60)) {
        const place = places.get(word);
        if (place !== undefined) observed[word] = place;
      }
      const found: { label: string; value: number }[] = own.classifier.getClassifications(observed);
      const chanceOf = (label: string) => found.find(each => each.label === label)?.value ?? 0;
      const total = chanceOf('question') + chanceOf('request') + chanceOf('chatter');
      const odds = bayes(plain);
      fc.pre(total > 0);
      expect(odds).toEqual({
        question: chanceOf('question') / total,
        request: chanceOf('request') / total,
        chatter: chanceOf('chatter') / total,
      });
    }),
    { seed: 4, numRuns: 1000 },
  );
});

test('a text that is spared the long way of spelling is normal as it stands', () => {
  fc.assert(
    fc.property(text, raw => {
      const long = raw
        .normalize('NFKC')
        .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
        .toLowerCase()
        .replace(/[「『《〈【]/gu, '"')
        .replace(/[」』》〉】]/gu, '"')
        .replace(/\s+/gu, ' ')
        .trim();
      expect(normalise(raw)).toBe(long);
    }),
    { seed: 6, numRuns: 5000 },
  );
});
