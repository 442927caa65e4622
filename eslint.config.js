// Formatting is left to .editorconfig; these rules are about bugs that WebExtensions really have.
import js from "@eslint/js";
import globals from "globals";
import noUnsanitized from "eslint-plugin-no-unsanitized";
import tseslint from "typescript-eslint";

export default tseslint.config(
  js.configs.recommended,
  noUnsanitized.configs.recommended,
  {
    files: ["extension/**/*.js"],
    languageOptions: {
      ecmaVersion: 2022,
      globals: { ...globals.browser, ...globals.webextensions },
      parser: tseslint.parser,
      parserOptions: { projectService: true },
    },
    plugins: { "@typescript-eslint": tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { arguments: false } }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-control-regex": "off", // control characters are what we look for
      "no-console": ["error", { allow: ["warn", "error"] }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", caughtErrorsIgnorePattern: "^_" }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  {
    // What tsc checks better.
    files: ["extension/**/*.js"],
    rules: { "no-undef": "off" },
  },
  {
    files: ["extension/content/**/*.js", "extension/boards/**/*.js"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "localStorage", message: "It is the page's, which must not learn what we keep." },
        { name: "sessionStorage", message: "It is the page's, which must not learn what we keep." },
      ],
    },
  },
);
