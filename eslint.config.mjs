// What the compiler can't say about the code. Formatting is prettier's, import boundaries are dependency-cruiser's.
import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { localRules } from './build/check/eslint-rules/local-rules.mjs';

const tests = ['**/*.test.{ts,tsx}', 'tests/**'];
// Tools find these by their default export.
const configFiles = ['*.config.{ts,mjs}', 'build/check/eslint-rules/**'];

export default tseslint.config(
  { ignores: ['dist/', 'release/', 'node_modules/', 'test-results/', 'playwright-report/', 'tests/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        // One program for all: a program per part takes three times as long, and the parts' own limits are tsc's to check.
        project: 'build/tsconfig/lint.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // It can't tell the scalars of parsed JSON from objects, and these are what we turn into text.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'interface', format: ['PascalCase'], custom: { regex: '^I[A-Z]', match: false } },
        { selector: ['class', 'typeAlias', 'typeParameter'], format: ['PascalCase'] },
      ],
    },
  },
  {
    plugins: { local: localRules },
    rules: {
      eqeqeq: 'error',
      // Headers and URLs are exactly where control characters have to be looked for.
      'no-control-regex': 'off',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'max-params': ['error', 3],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that declares it.' },
        { selector: 'ExportNamedDeclaration[source]', message: 'No barrels: import from the file that declares it.' },
      ],
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: tests,
    rules: { 'local/require-docstring': 'error' },
  },
  {
    // What these have to say goes through a port, an event or a return value.
    files: ['shared/**', 'electron/core/**', 'electron/rpc/**', 'electron/sandbox/**', 'renderer/**'],
    ignores: tests,
    rules: { 'no-console': 'error' },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.strict],
    languageOptions: { globals: globals.browser },
    rules: {
      // A dialog begins in its first field, as on every desktop.
      'jsx-a11y/no-autofocus': 'off',
      // Markup is longer than logic and easier to follow.
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      // The columns of a table of cases.
      'max-params': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // What stands in for a port answers as it does, by a promise.
      '@typescript-eslint/require-await': 'off',
      // Fixtures hand on `expect` beside their `test`.
      'no-restricted-syntax': 'off',
      // Answers of servers and pages are read as they come; the assertion says what they have to be.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.{mjs,cjs}'], languageOptions: { globals: globals.node } },
  { files: configFiles, rules: { 'no-restricted-exports': 'off' } },
  { files: ['.dependency-cruiser.cjs'], languageOptions: { sourceType: 'commonjs' } },
);
