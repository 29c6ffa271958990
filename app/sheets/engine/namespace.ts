/** Puts our operators and functions into mathjs. Functions get a `$`, so that a cell may be called `count`. */
import * as money from "./functions-money";
import * as numbers from "./functions-numbers";
import * as rows from "./functions-rows";
import * as texts from "./functions-text";
import { math } from "./math";
import * as operators from "./operators";
import { type FunctionName, SIGNATURES } from "./signatures";
import type { Operator } from "./tree";

const { and, or, choose, compare: _, ...operations } = operators;
const operatorFunctions: Record<Exclude<Operator, "and" | "or">, unknown> = operations;
const own: Record<FunctionName, unknown> = { ...numbers, ...texts, ...rows, ...money };

/** Functions that are told where they stand. */
export const NEEDS_FRAME: ReadonlySet<string> = new Set(Object.keys(rows));

math.import({ ...operatorFunctions, $and: and, $or: or, $choose: choose, ...Object.fromEntries(Object.keys(SIGNATURES).map((name) => [`$${name}`, own[name as FunctionName]])) }, { override: true });
