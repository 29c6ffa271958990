import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { CJK, cjkLiterals, sourceFiles, type TextUse, textUses } from "../../tests/setup/scan-texts";
import { LOCALES } from "./locale";

const ROOT = "app/i18n/locales";
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Texts = Map<string, string>;

/** A namespace's texts by their full key. */
function flatten(value: unknown, prefix = ""): [string, string][] {
  if (typeof value === "string") return [[prefix, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => flatten(inner, prefix ? `${prefix}.${key}` : key));
}

const namespacesOf = (locale: string) => readdirSync(path.join(ROOT, locale)).map((file) => path.basename(file, ".json")).sort();
const read = (locale: string, namespace: string): Texts => new Map(flatten(JSON.parse(readFileSync(path.join(ROOT, locale, `${namespace}.json`), "utf8"))));
const namespaces = namespacesOf("zh");
const texts = Object.fromEntries(LOCALES.map((locale) => [locale, new Map(namespacesOf(locale).map((namespace) => [namespace, read(locale, namespace)]))])) as Record<"zh" | "en", Map<string, Texts>>;
const base = (key: string) => key.replace(PLURAL, "");
const sorted = (values: Iterable<string>) => [...new Set(values)].sort();
const placeholders = (text: string) => sorted([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]!));

/** Chinese that an English page shows on purpose: the name of the other language. */
const CHINESE_IN_ENGLISH = new Set(["shell:language.other", "preview:page.language"]);

/** Chinese that stands in a component on purpose: languages are called by their own names. */
const CHINESE_IN_CODE: Record<string, string[]> = {
  "app/routes/public/frame.tsx": ["中文"],
  "app/routes/admin/invite.tsx": ["中文"],
};

test("both languages have the same namespaces", () => {
  expect(namespacesOf("en")).toEqual(namespaces);
});

describe.each(namespaces)("%s", (namespace) => {
  const [zh, en] = [texts.zh.get(namespace)!, texts.en.get(namespace) ?? new Map<string, string>()];

  test("has the same keys in both languages; Chinese needs no singular, English has one with every plural", () => {
    expect(sorted([...zh.keys()].map(base))).toEqual(sorted([...en.keys()].map(base)));
    for (const [locale, keys] of [["zh", zh], ["en", en]] as const) {
      for (const key of keys.keys()) {
        if (!PLURAL.test(key)) continue;
        expect(keys.has(`${base(key)}_other`), `${locale}: ${base(key)}_other`).toBe(true);
        if (locale === "en") expect(keys.has(`${base(key)}_one`), `en: ${base(key)}_one`).toBe(true);
      }
    }
  });

  test("leaves nothing empty, and takes the same values in both languages", () => {
    const valuesOf = (all: Texts, key: string) => sorted([...all].filter(([other]) => base(other) === key).flatMap(([, text]) => placeholders(text)).filter((name) => name !== "count"));
    for (const [key, text] of [...zh, ...en]) expect(text.trim(), key).not.toBe("");
    for (const key of sorted([...zh.keys()].map(base))) expect(valuesOf(en, key), key).toEqual(valuesOf(zh, key));
  });

  test("is English in English", () => {
    const chinese = [...en].filter(([key, text]) => CJK.test(text) && !CHINESE_IN_ENGLISH.has(`${namespace}:${key}`));
    expect(chinese).toEqual([]);
  });
});

describe("the source", () => {
  const components = sourceFiles("app", [".tsx"]).filter((file) => !file.startsWith("app/ui/gallery") && !file.startsWith("app/routes/dev"));
  const sources = [...components, ...sourceFiles("app", [".ts"])];
  const uses = sources.flatMap(textUses);

  /** The texts in a language that a use may mean: with a prefix that namespace, otherwise the first of the function's, or any. */
  function candidates(use: TextUse, key: string | RegExp): string[] {
    const written = typeof key === "string" ? key : key.source;
    const [, prefix, rest] = /^\^?([a-z-]+):(.*)$/.exec(written) ?? [undefined, undefined, written];
    const wanted = prefix ? [prefix] : use.namespaces.length > 0 ? use.namespaces.slice(0, 1) : namespaces;
    const pattern = typeof key === "string" ? null : new RegExp(prefix ? `^${rest}` : rest);
    const fits = (candidate: string) => (pattern ? pattern.test(candidate) || pattern.test(base(candidate)) : base(candidate) === rest || candidate === rest || (use.context && candidate.startsWith(`${rest}_`)));
    return wanted.flatMap((namespace) => [...(texts.zh.get(namespace) ?? new Map<string, string>())].filter(([candidate]) => fits(candidate)).map(([, text]) => text));
  }

  test("asks for many texts, so the search works", () => {
    expect(uses.length).toBeGreaterThan(300);
  });

  test("asks only for texts that there are", () => {
    const missing = uses.flatMap((use) => use.keys.filter((key) => candidates(use, key).length === 0).map((key) => `${use.at} ${use.namespaces.join()} ${String(key)}`));
    expect(missing).toEqual([]);
  });

  test("hands over every value that a text has a place for", () => {
    const forgotten = uses.flatMap((use) => {
      const { values } = use;
      if (values === null) return [];
      const exact = use.keys.filter((key) => typeof key === "string");
      return exact.flatMap((key) => sorted(candidates(use, key).flatMap(placeholders)).filter((name) => !values.includes(name)).map((name) => `${use.at} ${key} {{${name}}}`));
    });
    expect(forgotten).toEqual([]);
  });

  test("has no Chinese text in components", () => {
    const stray = components.flatMap((file) => cjkLiterals(file).filter(({ text }) => !CHINESE_IN_CODE[file]?.includes(text)).map(({ at, text }) => `${at} ${text}`));
    expect(stray).toEqual([]);
  });

  test("every act in the audit log has a name", () => {
    const acts = sourceFiles("app", [".server.ts"]).flatMap((file) => [...readFileSync(file, "utf8").matchAll(/writeAudit\([^;]*?action: ([^;]*?),? (?:subject|details)/gs)].flatMap((match) => [...match[1]!.matchAll(/"([a-z]+-[a-z-]+)"/g)].map((found) => found[1]!)));
    expect(acts.length).toBeGreaterThan(10);
    const named = sorted([...texts.zh.get("admin")!.keys()].filter((key) => key.startsWith("audit.actions.")).map((key) => key.slice("audit.actions.".length)));
    expect(sorted(acts).filter((act) => !named.includes(act))).toEqual([]);
  });
});
