import { requireDocstring } from './require-docstring.mjs';

/** The project's own lint rules, as an ESLint plugin. */
export const localRules = { rules: { 'require-docstring': requireDocstring } };
