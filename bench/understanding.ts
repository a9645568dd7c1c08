import { readFaqContent, readModels } from '../cli/content.ts';
import { mayBeAnswered } from '../src/faq.ts';
import type { Models } from '../src/understanding/models.ts';
import { createUnderstanding, type Understanding } from '../src/understanding/understanding.ts';
import { NO_SHARED_DATA, readSharedData, type SharedData, withoutBq } from './shared/shared-data.ts';
import { classSection } from './understanding/class-section.ts';
import { emergencySection } from './understanding/emergency-section.ts';
import { WHOLE_BARS, WITHOUT_BQ_BARS } from './understanding/faq-bars.ts';
import { domainSection, faqSection } from './understanding/faq-section.ts';
import { type Section, sayTable } from './understanding/figure.ts';
import { replySection } from './understanding/reply-section.ts';
import { styleSection } from './understanding/style-section.ts';

/*
 * How well messages are understood, in percent, on the half of the shared sets that is open to us: `npm run bench:understanding`.
 * Nothing was learned from sets A and B; thresholds are those of a start with that base. `--styles` adds a test that learns anew eleven times.
 */

/** Any day of the time in which our entries hold, so that the figures do not change with the calendar. */
const DAY = '2026-11-24';

function sharedSections(data: SharedData, models: Models, understanding: Understanding): Section[] {
  return [
    faqSection('whole base', data, models, WHOLE_BARS),
    faqSection('without bq', withoutBq(data), models, WITHOUT_BQ_BARS),
    domainSection(data, 'epi', models, 'LR learned on the others 76.8'),
    domainSection(data, 'gov', models, 'LR learned on the others 92.2'),
    classSection(data.messages, understanding),
  ];
}

async function main(): Promise<void> {
  const data = await readSharedData();
  if (!data) return console.log(NO_SHARED_DATA);
  const models = await readModels();
  const place = { day: DAY, unitIds: [], isDemo: false };
  const faq = (await readFaqContent()).filter(entry => mayBeAnswered(entry, place));
  const understanding = createUnderstanding({ faq, models });
  const sections = [
    ...sharedSections(data, models, understanding),
    await emergencySection(understanding),
    await replySection(),
    ...(process.argv.includes('--styles') ? [await styleSection()] : []),
  ];
  console.log(sayTable(sections));
}

await main();
