import { expect, test } from "vitest";
import { DEFAULT_GATES, STEPS } from "~/pipeline";
import { GATE_FIELDS, gateName, type GateField, gateText, gateValue } from "./gate-fields";
import { pickedChapters } from "./picked-chapters";
import { readCalendarForm } from "./read-calendar-form.server";

test("every setting of every gate has a field, and a field's text gives its value back", () => {
  for (const step of STEPS) {
    const fields: readonly GateField[] = GATE_FIELDS[step];
    const gate = DEFAULT_GATES[step] as unknown as Record<string, unknown>;
    expect(fields.map((field) => field.name).sort()).toEqual(Object.keys(gate).sort());
    for (const field of fields) expect(gateValue(field, gateText(field, gate[field.name]))).toEqual(gate[field.name]);
  }
});

function formOf(change: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const step of STEPS) {
    form.set(`${step}.included`, "on");
    const fields: readonly GateField[] = GATE_FIELDS[step];
    for (const field of fields) {
      const text = gateText(field, (DEFAULT_GATES[step] as unknown as Record<string, unknown>)[field.name]);
      if (field.kind !== "yes" || text) form.set(gateName(step, field.name), text);
    }
  }
  for (const [name, value] of Object.entries(change)) form.set(name, value);
  return form;
}

test("times are meant in the cohort's zone", () => {
  const read = readCalendarForm(formOf({ "quiz.opens": "2026-12-01T09:30", "quiz.due": "2026-12-05T23:59" }), "Asia/Shanghai", STEPS);
  expect(read).toMatchObject({ ok: true, value: { quiz: { included: true, opensAt: new Date("2026-12-01T01:30:00Z"), dueAt: new Date("2026-12-05T15:59:00Z"), gate: DEFAULT_GATES.quiz }, homework: { opensAt: null, dueAt: null } } });
});

test("what is wrong is said at its field, and what was typed is kept", () => {
  const read = readCalendarForm(formOf({ "quiz.opens": "2026-12-05T09:30", "quiz.due": "2026-12-01T09:30", "quiz.gate.passMark": "140", "defense.gate.panelSize": "1", "field-tracking.gate.checkpointDays": "bald" }), "Asia/Shanghai", STEPS);
  if (read.ok) throw new Error("expected a failure");
  expect(read.error.failure.fieldErrors).toEqual({ "quiz.due": ["due-before-opening"], "quiz.gate.passMark": ["tooBig"], "defense.gate.panelSize": ["tooSmall"], "field-tracking.gate.checkpointDays": ["number"] });
  expect(read.error.failure.values["quiz.gate.passMark"]).toBe("140");
});

test("at least one step stays", () => {
  const form = formOf();
  for (const step of STEPS) form.delete(`${step}.included`);
  const read = readCalendarForm(form, "Asia/Shanghai", STEPS);
  expect(read).toMatchObject({ ok: false, error: { failure: { fieldErrors: { "preview.included": ["no-step-left"] } } } });
});

test("chapters are picked by the number beside them", () => {
  expect(pickedChapters([["name", "x"], ["place.03", "2"], ["place.01", ""], ["place.05", "1"], ["place.02", "2"], ["place.04", "what"]])).toEqual(["05", "03", "02"]);
});
