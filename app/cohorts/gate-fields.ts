/** The fields by which a form edits the gate of each step; the schema in the pipeline has the last word. */
import type { Step } from "~/pipeline";

export type GateField =
  | { name: string; kind: "yes" }
  | { name: string; kind: "policy" }
  /** Numbers apart by commas. */
  | { name: string; kind: "days-list" }
  /** A share, shown as a percentage. */
  | { name: string; kind: "percent"; min: number; max: number }
  | { name: string; kind: "number"; unit: "days" | "minutes" | "times" | "people" | "percent"; min: number; max: number; optional?: boolean };

const reviewDays: GateField = { name: "reviewDays", kind: "number", unit: "days", min: 1, max: 60 };

export const GATE_FIELDS = {
  "preview": [{ name: "requireCheckins", kind: "yes" }, reviewDays],
  "quiz": [
    { name: "passMark", kind: "percent", min: 1, max: 100 },
    { name: "maxAttempts", kind: "number", unit: "times", min: 1, max: 20 },
    { name: "minutes", kind: "number", unit: "minutes", min: 1, max: 300, optional: true },
    { name: "extraTimePercent", kind: "number", unit: "percent", min: 0, max: 200 },
    { name: "showExplanations", kind: "policy" },
    reviewDays,
  ],
  "lecture": [{ name: "lateCountsAsPresent", kind: "yes" }, { name: "excusedCountsAsPresent", kind: "yes" }, { name: "lateAfterMinutes", kind: "number", unit: "minutes", min: 0, max: 240 }, reviewDays],
  "group-work": [{ name: "requireComplete", kind: "yes" }, reviewDays],
  "role-play": [{ name: "requireAllRoles", kind: "yes" }, { name: "passMark", kind: "percent", min: 0, max: 100 }, reviewDays],
  "homework": [{ name: "peerReviews", kind: "number", unit: "times", min: 0, max: 5 }, { name: "acceptLate", kind: "yes" }, reviewDays],
  "defense": [{ name: "panelSize", kind: "number", unit: "people", min: 2, max: 9 }, reviewDays],
  "field-tracking": [{ name: "confirmedApplications", kind: "number", unit: "times", min: 1, max: 50 }, { name: "checkpointDays", kind: "days-list" }, reviewDays],
} as const satisfies Record<Step, readonly GateField[]>;

/** The name of a step's field in the form. */
export function settingName(step: Step, field: "included" | "opens" | "due"): string {
  return `${step}.${field}`;
}

/** The name of a gate's field in the form. */
export function gateName(step: Step, field: string): string {
  return `${step}.gate.${field}`;
}

/** A gate's value as its field shows it. */
export function gateText(field: GateField, value: unknown): string {
  switch (field.kind) {
    case "yes":
      return value === true ? "on" : "";
    case "percent":
      return String(Math.round(Number(value) * 1000) / 10);
    case "days-list":
      return Array.isArray(value) ? value.join(", ") : "";
    case "policy":
    case "number":
      return value === null || value === undefined ? "" : String(value as string | number);
  }
}

/** What a field's text means; undefined when it means nothing. */
export function gateValue(field: GateField, text: string | null): unknown {
  const typed = (text ?? "").trim();
  switch (field.kind) {
    case "yes":
      return typed !== "";
    case "policy":
      return typed;
    case "days-list":
      return typed.split(/[\s,，、;；]+/).filter(Boolean).map(Number);
    case "percent":
      return typed === "" ? undefined : Number(typed) / 100;
    case "number":
      if (typed === "") return field.optional ? null : undefined;
      return Number(typed);
  }
}
