import { describe, expect, it } from "vitest";
import { evaluate } from "../evaluate";
import { exampleContent } from "../example-content";
import type { SheetDefinition } from "../definition";
import { readDefinitions } from "../read-definitions.server";
import { SAMPLE_SHEET } from "../testing";
import { formulaText } from "./formula-text";
import { computedCells, formulasFor } from "./formulas-of";
import { FIRST_ROW, layoutOf } from "./layout";

const files = await readDefinitions("content");
const definitions = files.flatMap(({ value }) => value ?? []);
const TODAY = "2026-06-15";

/** The formula of every computed cell of a sheet that goes out as one, in the first row, on the example. */
function written(key: string): Record<string, string> {
  const definition = definitions.find((candidate) => candidate.key === key)!;
  const content = exampleContent(definition, "en", TODAY);
  const evaluation = evaluate(definition, content, { locale: "en", today: TODAY, currency: "CNY" });
  const layout = layoutOf(definition, content, "en");
  const formulas = formulasFor({ definition, content, evaluation, locale: "en", today: TODAY });
  return Object.fromEntries(computedCells(definition).flatMap(({ table, key: name }) => {
    const formula = formulas.get(name);
    return formula ? [[name, formulaText(formula, { layout, table, row: FIRST_ROW })]] : [];
  }));
}

describe("formulas of Excel", () => {
  it("say products, sums and quotients; nothing where something is missing, and no error where something cannot be divided", () => {
    const text = written("value-proposal");
    expect(text).toMatchObject({
      benefit: `IF(COUNTA('Value points'!$A$3:$A$56)>0,SUM('Value points'!$O$3:$O$56),"")`,
      net: 'IF(COUNT($C$9,$C$11)=2,$C$9-$C$11,"")',
      gain_customer: 'IF(COUNT($C$12,$C$6,$C$10)=3,$C$12*$C$6-$C$10,"")',
      customer_share: 'IFERROR(IF(COUNT($C$19,$C$18)=2,$C$19/($C$19+$C$18),""),"")',
      npv_total: 'IFERROR(IF(COUNT($C$7,$C$10,$C$12,$C$6)=4,0-$C$10-PV($C$7,$C$6,$C$12),""),"")',
      "points/expected": 'IF(COUNT($N3,$M3)=2,$N3*$M3,"")',
    });
    expect(text.gain_ours).toContain(`SUMIFS('Costs'!$D$3:$D$57,'Costs'!$C$3:$C$57,"Us")`);
  });

  it("are left out where Excel would make something else of them: units that turn into one another, conditions over empty cells", () => {
    const units: SheetDefinition = {
      ...SAMPLE_SHEET,
      fields: [
        { id: "years", type: "number", unit: "year", label: { zh: "年", en: "Years" } },
        { id: "rent", type: "number", unit: "CNY/month", label: { zh: "月租", en: "Rent" } },
        { id: "all", type: "money", label: { zh: "合计", en: "Total" }, formula: "years * rent" },
        { id: "twice", type: "number", unit: "CNY/month", label: { zh: "双份", en: "Twice" }, formula: "2 * rent" },
      ],
      tables: [],
      checks: [],
      example: { title: { zh: "样例", en: "Example" }, fields: { years: "2", rent: "100" }, tables: {} },
    };
    const content = exampleContent(units, "zh", TODAY);
    const evaluation = evaluate(units, content, { locale: "zh", today: TODAY, currency: "CNY" });
    expect(evaluation.computed.all).toEqual({ value: "2400" });
    expect([...formulasFor({ definition: units, content, evaluation, locale: "zh", today: TODAY }).keys()]).toEqual(["twice"]);
  });

  it("cover the computed cells of the course's sheets", () => {
    const counts = definitions.map((definition) => ({ all: computedCells(definition).length, out: Object.keys(written(definition.key)).length }));
    const [all, out] = [counts.reduce((sum, entry) => sum + entry.all, 0), counts.reduce((sum, entry) => sum + entry.out, 0)];
    expect(all).toBeGreaterThan(50);
    expect(out / all).toBeGreaterThan(0.85);
  });
});
