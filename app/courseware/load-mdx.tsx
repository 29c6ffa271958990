/**
 * Compiled sections in the browser: a script per section registers a function on `window.__mdx`, so that no string
 * is ever evaluated there (the page's policy forbids it). The server puts the script into the page; a client
 * navigation loads it from a `clientLoader`.
 */
import * as React from "react";
import * as ReactDOM from "react-dom";
import * as jsxRuntime from "react/jsx-runtime";
import type { MdxContent, MdxFactory } from "./mdx-registry";
import { mdxScriptPath } from "./paths";

declare global {
  interface Window {
    /** Compiled sections by code hash; filled by `/mdx/<hash>.js`. */
    __mdx?: Record<string, MdxFactory>;
  }
}

const components = new Map<string, MdxContent>();
const loading = new Map<string, Promise<void>>();

/** The section's component in the browser, when its script has run. */
export function browserMdx(codeHash: string): MdxContent | undefined {
  const known = components.get(codeHash);
  if (known !== undefined) return known;
  const factory = window.__mdx?.[codeHash];
  if (factory === undefined) return undefined;
  const component = factory(React, ReactDOM, jsxRuntime).default;
  components.set(codeHash, component);
  return component;
}

/**
 * Loads a section's script unless it is there. Await it in the `clientLoader` of a page with a section.
 * Rejects when the network does; the next call tries again.
 */
export function loadMdx(codeHash: string, nonce?: string): Promise<void> {
  if (browserMdx(codeHash) !== undefined) return Promise.resolve();
  const pending = loading.get(codeHash);
  if (pending !== undefined) return pending;
  const promise = new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = mdxScriptPath(codeHash);
    script.async = true;
    // 'strict-dynamic' trusts what a trusted script inserts; the nonce serves browsers that do not know it.
    if (nonce !== undefined) script.nonce = nonce;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`The section's script did not load: ${script.src}`));
    };
    document.head.append(script);
  }).finally(() => loading.delete(codeHash));
  loading.set(codeHash, promise);
  return promise;
}

/**
 * The script of a section in the server's page, before Remix's `<Scripts/>`: it has run when hydration starts.
 * After a client navigation it is inert (React inserts scripts that do not run; `loadMdx` has loaded it).
 */
export function MdxScript({ codeHash, nonce }: { codeHash: string; nonce?: string | undefined }): React.JSX.Element {
  return <script src={mdxScriptPath(codeHash)} nonce={nonce} suppressHydrationWarning />;
}
