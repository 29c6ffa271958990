import i18next from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "~/i18n/locale";
import enPictures from "../../i18n/locales/en/sheet-pictures.json";
import enUi from "../../i18n/locales/en/ui.json";
import zhPictures from "../../i18n/locales/zh/sheet-pictures.json";
import zhUi from "../../i18n/locales/zh/ui.json";
import type { SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import { evaluate } from "../evaluate";
import { exampleContent } from "../example-content";
import { readDefinitions } from "../read-definitions.server";
import { PICTURES } from ".";
import { PICTURE_KEYS } from "./keys";

const TODAY = "2026-11-28";
const definitions = (await readDefinitions("content")).flatMap(({ value }) => (value === undefined ? [] : [value]));

beforeAll(async () => {
  const resources = { zh: { "sheet-pictures": zhPictures, ui: zhUi }, en: { "sheet-pictures": enPictures, ui: enUi } };
  await i18next.use(initReactI18next).init({ lng: "zh", resources, interpolation: { escapeValue: false } });
});
afterAll(() => i18next.changeLanguage("zh"));

async function draw(definition: SheetDefinition, content: SheetContent, locale: Locale): Promise<string> {
  await i18next.changeLanguage(locale);
  const Picture = PICTURES[definition.picture]!;
  const evaluation = evaluate(definition, content, { locale, today: TODAY, currency: "CNY" });
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18next}>
      <Picture definition={definition} content={content} evaluation={evaluation} locale={locale} currency="CNY" />
    </I18nextProvider>,
  );
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#x27;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A sheet with the fixed rows only. */
function emptyContent(definition: SheetDefinition): SheetContent {
  return { fields: {}, tables: Object.fromEntries(definition.tables.map(({ id, fixed = [] }) => [id, fixed.map((row, at) => ({ id: row.id, order: `a${at}`, cells: {} }))])) };
}

/** Every other cell of the example: what a sheet looks like while it is being filled in. */
function halfContent(content: SheetContent): SheetContent {
  const half = <T,>(cells: Record<string, T>, from: number): Record<string, T> => Object.fromEntries(Object.entries(cells).filter((_, at) => (at + from) % 2 === 0));
  return { fields: half(content.fields, 0), tables: Object.fromEntries(Object.entries(content.tables).map(([table, rows]) => [table, rows.map((row, at) => ({ ...row, cells: half(row.cells, at) }))])) };
}

function isPicture(html: string): void {
  expect(html).toMatch(/<svg[^>]* role="img"[^>]*><title>[^<]+<\/title>/);
  expect(html).not.toMatch(/NaN|Infinity|undefined|\[object/);
  // The content policy forbids inline styles.
  expect(html).not.toContain("style=");
}

it("every key has its picture and every picture its key", () => {
  expect(Object.keys(PICTURES).sort()).toEqual([...PICTURE_KEYS].sort());
});

describe.each(definitions.map((definition) => [definition.key, definition] as const))("the picture of %s", (_, definition) => {
  it.each(LOCALES)("draws the example, with the same facts as a table (%s)", async (locale) => {
    const html = await draw(definition, exampleContent(definition, locale, TODAY), locale);
    isPicture(html);
    expect(html).toContain("<table");
  });

  it.each(LOCALES)("has something to show of an empty sheet and of one without any rows (%s)", async (locale) => {
    isPicture(await draw(definition, emptyContent(definition), locale));
    isPicture(await draw(definition, { fields: {}, tables: {} }, locale));
  });

  it.each(LOCALES)("has something to show of a half-filled sheet (%s)", async (locale) => {
    const example = exampleContent(definition, locale, TODAY);
    isPicture(await draw(definition, halfContent(example), locale));
  });
});

/** By sheet: the column whose texts must be found, in full, in the picture or its table. */
const NAMED: Readonly<Record<string, readonly [table: string, column: string]>> = {
  "relationship-development": ["people", "name"],
  "buying-role-map": ["people", "name"],
  "one-sentence-intro": ["intros", "achievement"],
  "pain-analysis": ["pains", "pain"],
  "spin-plan": ["questions", "question"],
  "value-proposal": ["points", "pain"],
  "criteria-list": ["criteria", "criterion"],
  "competitive-matrix": ["criteria", "criterion"],
  "tender-simulator": ["bids", "bidder"],
  "segmentation-coverage": ["segments", "segment"],
  "target-breakdown": ["nodes", "name"],
  "lifecycle-warning": ["customers", "customer"],
  "flaw-harm-evidence": ["flaws", "harm"],
  "three-options": ["options", "name"],
  "risk-relief": ["worries", "worry"],
  "expectation-plan": ["promises", "promise"],
  "satisfaction-followup": ["followups", "said"],
  "receivables-dunning": ["invoices", "invoice"],
  "contract-check": ["clauses", "finding"],
  "bonus-calculator": ["deals", "deal"],
  "deal-roadbook": ["stages", "turn_back"],
  "sales-meeting": ["commitments", "commitment"],
  "enablement-plan": ["steps", "what"],
  "coaching-observation": ["observations", "behaviour"],
};

describe.each(Object.entries(NAMED))("the picture of %s", (key, [table, column]) => {
  it.each(LOCALES)("names everything in the example (%s)", async (locale) => {
    const definition = definitions.find((one) => one.key === key)!;
    const content = exampleContent(definition, locale, TODAY);
    const html = await draw(definition, content, locale);
    for (const row of content.tables[table]!) expect(html).toContain(escaped(String(row.cells[column])));
  });
});
