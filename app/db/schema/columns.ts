import type { ColumnType, JSONColumnType } from "kysely";

/** A column with a default: it may be left out of an insert. Unlike Kysely's own, it also takes column types. */
export type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

/** timestamptz: read as a Date, written as one. */
export type Timestamp = ColumnType<Date, Date, Date>;

/** Any JSON value. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonRecord;

/** A JSON object; what is undefined is left out. */
export interface JsonRecord {
  [key: string]: JsonValue | undefined;
}

/** jsonb, read and written as a value: postgres.js serialises objects and arrays itself. */
export type Json<T = JsonValue> = ColumnType<T, T, T>;

/** jsonb of a known object shape. */
export type JsonOf<T extends object> = JSONColumnType<T, T, T>;
