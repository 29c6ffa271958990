/** The script that brings a compiled section into a browser without evaluating strings there. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";

/** Headers of `/mdx/<hash>.js`: the hash names the content for ever, and only who may read it may keep it. */
export const MDX_SCRIPT_HEADERS = {
  "Content-Type": "text/javascript; charset=utf-8",
  "Cache-Control": "private, max-age=31536000, immutable",
  "X-Content-Type-Options": "nosniff",
} as const;

/** The script's text, or null for an unknown hash. Ask `placesOfModule` first whether the person may read it. */
export async function mdxScript(db: Kysely<DB>, codeHash: string): Promise<string | null> {
  const row = await db.selectFrom("mdx_module").select("code").where("code_hash", "=", codeHash).executeTakeFirst();
  return row === undefined ? null : mdxScriptText(codeHash, row.code);
}

/** mdx-bundler's code is a function body with React, ReactDOM and _jsx_runtime as free names. */
export function mdxScriptText(codeHash: string, code: string): string {
  return `(window.__mdx??={})[${JSON.stringify(codeHash)}]=function(React,ReactDOM,_jsx_runtime){${code}\n};`;
}
