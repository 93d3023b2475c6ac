import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'reports', 'node_modules', 'eslint.config.js', '**/*.mjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // A double enters decimal.js only through an exact conversion: `new Decimal(0.1)` reads the shortest string.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name=/Decimal$/]',
          message: 'construct decimals in arithmetic/enclosure.ts only, from exact integers',
        },
      ],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'max-lines': ['error', { max: 250, skipComments: true, skipBlankLines: true }],
    },
  },
  { files: ['properties/**'], rules: { 'max-lines-per-function': 'off', 'max-lines': 'off' } },
  {
    files: ['src/arithmetic/enclosure.ts', 'properties/arithmetic/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
