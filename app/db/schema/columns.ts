import type { ColumnType, JSONColumnType } from "kysely";

/** timestamptz: read as a Date, written as one. */
export type Timestamp = ColumnType<Date, Date, Date>;

/** Any JSON value. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue | undefined };

/** jsonb, read and written as a value: postgres.js serialises objects and arrays itself (see `json()` in app/db). */
export type Json<T = JsonValue> = ColumnType<T, T, T>;

/** jsonb of a known object shape. */
export type JsonOf<T extends object> = JSONColumnType<T, T, T>;
