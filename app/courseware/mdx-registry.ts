/** Where compiled sections are found while React renders: on the server in a registry, in the browser on `window`. */
import type { Kysely } from "kysely";
import type { ComponentType } from "react";
import type { DB } from "~/db/schema";

/** The component that a compiled section exports. */
export type MdxContent = ComponentType<{ components?: Readonly<Record<string, ComponentType<never>>>; [prop: string]: unknown }>;

/** The free names of mdx-bundler's code. */
export type MdxFactory = (react: unknown, reactDom: unknown, jsxRuntime: unknown) => { default: MdxContent };

/** The compiled sections that this process has evaluated; one registry per process, in the request context as `mdx`. */
export interface MdxRegistry {
  /** The component, when `ensure` has been awaited for it. */
  get(codeHash: string): MdxContent | undefined;
  /** Reads and evaluates the module unless this process already has it; false when there is none. */
  ensure(db: Kysely<DB>, codeHash: string): Promise<boolean>;
}
