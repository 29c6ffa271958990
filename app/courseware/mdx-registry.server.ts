/** The compiled sections of one server process, each evaluated once. */
import * as React from "react";
import * as ReactDOM from "react-dom";
import * as jsxRuntime from "react/jsx-runtime";
import type { MdxContent, MdxFactory, MdxRegistry } from "./mdx-registry";

/** A registry for this process; put it into the request context as `mdx`. */
export function createMdxRegistry(): MdxRegistry {
  const components = new Map<string, MdxContent>();
  const loading = new Map<string, Promise<boolean>>();
  return {
    get: (codeHash) => components.get(codeHash),
    async ensure(db, codeHash) {
      if (components.has(codeHash)) return true;
      let pending = loading.get(codeHash);
      if (pending === undefined) {
        pending = db
          .selectFrom("mdx_module")
          .select("code")
          .where("code_hash", "=", codeHash)
          .executeTakeFirst()
          .then((row) => {
            if (row !== undefined) components.set(codeHash, evaluateMdx(row.code));
            return row !== undefined;
          })
          .finally(() => loading.delete(codeHash));
        loading.set(codeHash, pending);
      }
      return pending;
    },
  };
}

/** Runs compiled code and answers its component. Content is the team's own code; people's input never gets here. */
export function evaluateMdx(code: string): MdxContent {
  const factory = new Function("React", "ReactDOM", "_jsx_runtime", code) as MdxFactory;
  return factory(React, ReactDOM, jsxRuntime).default;
}
