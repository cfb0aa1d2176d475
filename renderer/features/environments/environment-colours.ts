import type { Environment } from '#shared/domain/environment/environment.ts';

/** The colours in the order of the form; spelled out so that the window carries no schemas. */
export const environmentColours: readonly Environment['colour'][] = ['green', 'blue', 'violet', 'amber', 'red', 'grey'];
