/** The components that content may use without importing them. */
import type { ComponentType } from "react";

/** By name, as docs/content.md lists them. */
export const mdxComponents: Readonly<Record<string, ComponentType<never>>> = {};
