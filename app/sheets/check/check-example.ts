/** The example of a definition must be a good sheet by the definition's own standards, in both languages; an empty sheet must not be. */
import type { YamlPath } from "~/platform/yaml-source.server";
import { LOCALES } from "~/i18n/locale";
import { EMPTY_CONTENT, parseAddress } from "../content";
import type { SheetDefinition } from "../definition";
import { evaluate } from "../evaluate";
import type { Missing } from "../evaluation";
import { exampleContent } from "../example-content";

type Report = (place: YamlPath, message: string) => void;

/** The day on which examples are looked at by the check; relative dates follow it. */
export const CHECK_DAY = "2026-11-30";

/** For definitions whose expressions are right. */
export function checkExample(definition: SheetDefinition, report: Report): void {
  const seen = new Set<string>();
  const once: Report = (place, message) => {
    const key = `${place.join(".")}: ${message}`;
    if (!seen.has(key)) report(place, message);
    seen.add(key);
  };
  if (evaluate(definition, EMPTY_CONTENT, { locale: "en", today: CHECK_DAY, currency: "CNY" }).completeness.complete) {
    report([], "counts an empty sheet as complete — make cells required, set minRows, or add a rule to complete");
  }
  for (const locale of LOCALES) checkIn(definition, locale, once);
}

function checkIn(definition: SheetDefinition, locale: (typeof LOCALES)[number], report: Report): void {
  const content = exampleContent(definition, locale, CHECK_DAY);
  const { problems, completeness, findings } = evaluate(definition, content, { locale, today: CHECK_DAY, currency: "CNY" });
  for (const [address, { code, detail }] of Object.entries(problems)) {
    report(placeOf(definition, address), `${address} of the example (${locale}) has the problem ${code}${detail === undefined ? "" : ` (${detail})`} — correct the value or the formula`);
  }
  for (const entry of completeness.missing) report(missingPlace(definition, entry), `${missingText(entry)} — an example is complete (${locale})`);
  for (const { checkId, at, message } of findings) {
    report(at === null ? ["example"] : placeOf(definition, at), `the check ${checkId} finds something in the example (${locale}): ${message[locale]} — an example is clean`);
  }
}

function missingText(entry: Missing): string {
  if (entry.kind === "cell") return `${entry.at} is empty or wrong in the example`;
  if (entry.kind === "rows") return `${entry.table} has ${entry.has} of ${entry.needs} rows in the example`;
  return `the rule ${entry.ruleId} does not hold in the example`;
}

function missingPlace(definition: SheetDefinition, entry: Missing): YamlPath {
  if (entry.kind === "cell") return placeOf(definition, entry.at);
  return entry.kind === "rows" ? ["example", "tables", entry.table] : ["complete", definition.complete.findIndex((rule) => rule.id === entry.ruleId)];
}

/** Where the file says it: rows may stand in another order than in the content. */
function placeOf(definition: SheetDefinition, address: string): YamlPath {
  const parts = parseAddress(address);
  if (parts !== null && "field" in parts) return ["example", "fields", parts.field];
  const [table = "", row, column] = address.split("/");
  const at = definition.example.tables[table]?.findIndex((entry) => entry.id === row) ?? -1;
  return ["example", "tables", table, ...(at >= 0 ? [at] : []), ...(column === undefined ? [] : [column])];
}
