import { z } from 'zod';
import { classModelSchema } from './classes/class-model.ts';
import { emergencyModelSchema } from './emergency/sense.ts';
import { faqModelSchema } from './faq/faq-model.ts';

/** What was learned from the sentences and pairs of content/ by `npm run train`. */
export const modelsSchema = z.strictObject({
  classes: classModelSchema,
  faq: faqModelSchema,
  emergencies: emergencyModelSchema,
});
export type Models = z.infer<typeof modelsSchema>;
