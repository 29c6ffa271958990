/** How much fits into a sheet. The same limits hold while typing, on import and in definitions. */

/** Characters of a text and of a long text, unless the definition says otherwise; the most it can say. */
export const TEXT_CHARS = 200;
export const LONG_TEXT_CHARS = 2_000;
export const MOST_CHARS = 4_000;
/** Rows of a table, unless the definition says otherwise; the most it can say. */
export const TABLE_ROWS = 60;
export const MOST_ROWS = 200;
/** Characters of an expression, and how deep it may be nested. */
export const EXPRESSION_CHARS = 1_500;
export const EXPRESSION_DEPTH = 40;
/** Digits of a number that is typed. */
export const NUMBER_DIGITS = 30;
