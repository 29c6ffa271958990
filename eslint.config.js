import boundaries from "eslint-plugin-boundaries";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

const rooms = ["pipeline", "people", "cohorts", "courseware", "sheets", "marking", "capability", "deals", "dashboards", "statistics"];

export default tseslint.config(
  { ignores: ["build/", "node_modules/", ".data/", ".cache/", "public/", "test-results/", "playwright-report/"] },
  ...tseslint.configs.strict,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false, arguments: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/only-throw-error": "off", // Remix's way to answer early is to throw a Response
      "@typescript-eslint/no-non-null-assertion": "off", // noUncheckedIndexedAccess makes proven accesses noisy
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/unified-signatures": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}", "db/**/*.ts", "scripts/**/*.ts"],
    rules: { "max-lines": ["error", { max: 300, skipBlankLines: false, skipComments: false }] },
  },
  {
    files: ["app/**/*.tsx", "content/**/*.tsx"],
    plugins: { "react-hooks": reactHooks, "jsx-a11y": jsxA11y },
    rules: { ...jsxA11y.flatConfigs.recommended.rules, "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    plugins: { boundaries },
    settings: {
      "import/resolver": { typescript: { alwaysTryTypes: true } },
      "boundaries/include": ["app/**/*"],
      "boundaries/elements": [
        { type: "routes", pattern: "app/routes", mode: "folder" },
        { type: "step", pattern: "app/steps/*", mode: "folder", capture: ["room"] },
        { type: "room", pattern: `app/(${rooms.join("|")})`, mode: "folder", capture: ["room"] },
        { type: "auth", pattern: "app/auth", mode: "folder" },
        { type: "ui", pattern: "app/ui", mode: "folder" },
        { type: "i18n", pattern: "app/i18n", mode: "folder" },
        { type: "db", pattern: "app/db", mode: "folder" },
        { type: "platform", pattern: "app/platform", mode: "folder" },
        { type: "server", pattern: "app/server", mode: "folder" },
        { type: "root", pattern: "app/*.{ts,tsx}", mode: "file" },
      ],
    },
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["~/steps/*/*", "!~/steps/*/index", "!~/steps/*/index.server"], message: "Another room is entered by its door: index or index.server." }] },
      ],
      "boundaries/element-types": [
        "error",
        {
          default: "disallow",
          rules: [
            { from: "root", allow: ["root", "routes", "step", "room", "auth", "ui", "i18n", "platform", "db"] },
            { from: "server", allow: ["server", "step", "room", "auth", "i18n", "db", "platform"] },
            { from: "routes", allow: ["routes", "step", "room", "auth", "ui", "i18n", "platform", "db"] },
            { from: "step", allow: [["step", { room: "${from.room}" }], "room", "ui", "i18n", "db", "platform"] },
            { from: "room", allow: ["room", "ui", "i18n", "db", "platform"] },
            { from: "auth", allow: ["auth", "room", "ui", "i18n", "db", "platform"] },
            { from: "ui", allow: ["ui", "i18n"] },
            { from: "i18n", allow: ["i18n"] },
            { from: "db", allow: ["db"] },
            { from: "platform", allow: ["platform", "db", "i18n", "auth", "room"] },
          ],
        },
      ],
    },
  },
  {
    files: ["**/*.{js,mjs}"],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { globals: globals.node },
  },
);
