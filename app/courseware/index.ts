/** The door for pure things and components; server code goes through `index.server.ts`. */
export * from "./chapter";
export * from "./checkin-question";
export type { MdxContent, MdxFactory, MdxRegistry } from "./mdx-registry";
export * from "./paths";
export * from "./section-activity";
export { MdxRegistryContext, MdxSection, type MdxSectionProps } from "./MdxSection";
export { MdxScript, loadMdx } from "./load-mdx";
export { ReadAloudBar } from "./ReadAloudBar";
export { addInterval, coveredSeconds, type Interval } from "./watched";
export type { SnippetPart } from "./search-text";
export type { BlockChange } from "./diff-blocks";
