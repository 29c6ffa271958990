/** Which ids a definition may use: fields, columns and tables are names in expressions. */

/** Letters, digits and `_`, beginning with a letter: fields, columns, tables. */
export const NAME = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;
/** Options and fixed rows: they stand in quotes in expressions and in addresses, so no `/`. */
export const ITEM = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;
/** Checks, rules and groups. */
export const SLUG = /^[a-z][a-z0-9-]{0,59}$/;

/** Words that mean something else in an expression. */
export const RESERVED: ReadonlySet<string> = new Set(["and", "or", "not", "xor", "mod", "to", "in", "end", "true", "false", "null", "undefined", "NaN", "Infinity", "outer"]);
/** What an example row says beside its cells. */
export const ROW_KEYS: ReadonlySet<string> = new Set(["id", "parent"]);
