import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

// Beside common sense, the rules of the design that a linter can hold (docs/decisions).
// Which room may import which is held by .dependency-cruiser.cjs.

const zodDoor = {
  regex: '^zod(/|$)',
  message: 'Import * as z from contract/zod: it switches zod to the mode mini programs allow.',
}
const sdkDoor = {
  regex: '^wx-server-sdk$',
  message: 'Only cloudfunctions/kernel talks to the cloud SDK.',
}

/** Capabilities that differ between weapp and H5; src/platform gives each one shape. */
const platformApis = [
  ...['cloud', 'login', 'checkSession', 'requestSubscribeMessage', 'getUpdateManager', 'getAccountInfoSync'],
  ...['chooseLocation', 'getLocation', 'getFuzzyLocation', 'openLocation', 'makePhoneCall', 'scanCode'],
  ...['chooseMedia', 'chooseImage', 'previewImage', 'previewMedia', 'compressImage', 'getImageInfo'],
  ...['uploadFile', 'downloadFile', 'saveFile', 'getFileSystemManager', 'request', 'connectSocket'],
  ...['getStorage', 'getStorageSync', 'setStorage', 'setStorageSync', 'removeStorage', 'removeStorageSync'],
  ...['getPrivacySetting', 'openPrivacyContract', 'requirePrivacyAuthorize', 'onNeedPrivacyAuthorization'],
  ...['getNetworkType', 'onNetworkStatusChange', 'getSystemInfoSync', 'getSystemInfo'],
]
const platformMessage = 'Phone and browser differ here: add or use a capability in src/platform.'

const purity = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is passed in.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is passed in.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness is passed in.',
  },
  { selector: "MemberExpression[object.name='Intl']", message: 'China time is fixed UTC+8 arithmetic.' },
  { selector: 'CallExpression[callee.property.name=/^toLocale/]', message: 'Intl differs between phones.' },
]
const outsideWorld = [
  'process',
  'window',
  'document',
  'fetch',
  'wx',
  'setTimeout',
  'setInterval',
  'console',
  'crypto',
]

const writes = [
  {
    selector:
      'CallExpression[callee.property.name=/^(add|set|remove)$/][callee.object.callee.property.name=/^(doc|where|collection|orderBy|limit)$/]',
    message: 'kernel/save is the only writer: update({ data }) merges objects and would keep old keys.',
  },
  {
    selector: "CallExpression[callee.property.name='update']",
    message: 'kernel/save is the only writer: update({ data }) merges objects and would keep old keys.',
  },
  {
    selector: "CallExpression[callee.object.name='cloud'][callee.property.name='database']",
    message: 'Documents are read through the kernel.',
  },
]

export default defineConfig(
  globalIgnores(['**/dist/', '.linge/', '**/node_modules/']),
  tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [zodDoor] }],
      eqeqeq: ['error', 'always'],
      'object-shorthand': 'error',
      'no-else-return': 'error',
      'no-warning-comments': ['error', { terms: ['fixme', 'xxx', 'hack'] }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
    },
  },
  {
    files: ['**/*.cjs', 'babel.config.js', 'config/aria/*.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['contract/zod.ts'], rules: { '@typescript-eslint/no-restricted-imports': 'off' } },
  {
    files: ['domain/**/*.ts', 'contract/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...purity],
      'no-restricted-globals': ['error', ...outsideWorld],
    },
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    ignores: ['cloudfunctions/kernel/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [zodDoor, sdkDoor] }],
      'no-restricted-syntax': ['error', ...writes],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/platform/**', '**/*.test.tsx', '**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'wx',
          'window',
          'document',
          'localStorage',
          'navigator',
          'location',
          'fetch',
          'XMLHttpRequest',
        ].map(name => ({ name, message: platformMessage })),
      ],
      'no-restricted-properties': [
        'error',
        ...platformApis.map(property => ({ object: 'Taro', property, message: platformMessage })),
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [zodDoor],
          paths: [{ name: '@tarojs/taro', importNames: platformApis, message: platformMessage }],
        },
      ],
    },
  },
)
