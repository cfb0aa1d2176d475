import { z } from 'zod';

/** Why an exchange ended as it did, in three sentences for a person. */
export const explanationSchema = z.object({
  /** Magento's own message with its placeholders filled; empty where there is none (an HTML page, an empty answer). */
  message: z.string(),
  /** What it means, one sentence. */
  meaning: z.string(),
  /** The likely causes, most likely first. */
  causes: z.array(z.string()).readonly(),
  /** What to do next, one sentence in the imperative. */
  nextStep: z.string(),
});
export type Explanation = Readonly<z.infer<typeof explanationSchema>>;
