/** Makes sure that MDX files are compiled and stored; what another start or process compiled is used again. */
import type { Kysely } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { ModuleUses } from "./chapter";
import type { CompiledMdx } from "./compile-mdx.server";
import { ContentError, type ContentProblem } from "~/platform/content-error";
import { COMPILER_VERSION, inputHash, type MdxInput } from "./mdx-input.server";
import { fold } from "./search-text";

export interface ModuleRequest {
  input: MdxInput;
  locale: Locale;
}

/** A stored module; `lines` only when it was compiled now. */
export interface StoredModule {
  codeHash: string;
  uses: ModuleUses;
  lines: Record<string, number>;
}

/** Stored modules by input hash, and how many had to be compiled. */
export interface StoredModules {
  of(request: ModuleRequest): StoredModule;
  compiled: number;
}

/** @throws ContentError with the problems of every file that does not compile. */
export async function compileModules(db: Kysely<DB>, requests: readonly ModuleRequest[]): Promise<StoredModules> {
  const hashes = new Map(requests.map((request) => [request, inputHash(request.input, request.locale)]));
  const modules = await storedModules(db, [...hashes.values()]);
  const missing = new Map([...hashes].filter(([, hash]) => !modules.has(hash)).map(([request, hash]) => [hash, request]));
  if (missing.size > 0) {
    // Loaded only when there is work: a start without changes needs no compiler.
    const { compileMdx } = await import("./compile-mdx.server");
    const settled = await Promise.allSettled([...missing.values()].map(({ input, locale }) => compileMdx(input, locale)));
    throwProblems(settled);
    for (const result of settled) {
      if (result.status !== "fulfilled") continue;
      const { inputHash: hash, codeHash, uses, lines } = result.value;
      await storeModule(db, result.value);
      modules.set(hash, { codeHash, uses, lines });
    }
  }
  return {
    compiled: missing.size,
    of(request) {
      const found = modules.get(hashes.get(request) ?? "");
      if (found === undefined) throw new Error(`${request.input.path} was not among the files to compile.`);
      return found;
    },
  };
}

async function storedModules(db: Kysely<DB>, hashes: readonly string[]): Promise<Map<string, StoredModule>> {
  if (hashes.length === 0) return new Map();
  const rows = await db.selectFrom("mdx_module").select(["input_hash", "code_hash", "uses"]).where("input_hash", "in", hashes).execute();
  return new Map(rows.map((row) => [row.input_hash, { codeHash: row.code_hash, uses: row.uses as unknown as ModuleUses, lines: {} }]));
}

function throwProblems(settled: readonly PromiseSettledResult<CompiledMdx>[]): void {
  const problems: ContentProblem[] = [];
  for (const result of settled) {
    if (result.status === "fulfilled") continue;
    if (!(result.reason instanceof ContentError)) throw result.reason;
    problems.push(...result.reason.problems);
  }
  if (problems.length > 0) throw new ContentError(problems);
}

async function storeModule(db: Kysely<DB>, module: CompiledMdx): Promise<void> {
  const { inputHash: input_hash, codeHash: code_hash, code, toc, uses, plainText: plain_text, blocks } = module;
  await db.transaction().execute(async (trx) => {
    const stored = await trx
      .insertInto("mdx_module")
      .values({ input_hash, code_hash, code, toc: toc as unknown as JsonValue, uses: uses as unknown as JsonValue, plain_text, compiler_version: COMPILER_VERSION })
      .onConflict((conflict) => conflict.doNothing())
      .returning("code_hash")
      .executeTakeFirst();
    if (stored === undefined || blocks.length === 0) return;
    await trx
      .insertInto("mdx_block")
      .values(blocks.map(({ kind, anchor, heading, text, digest }, position) => ({ code_hash, position, kind, anchor, heading, body: text, folded: fold(text), digest })))
      .execute();
  });
}
