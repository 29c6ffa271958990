/** The door for pure things and components; server code goes through `index.server.ts`. */
export * from "./chapter";
export * from "./checkin";
export type { MdxContent, MdxFactory, MdxRegistry } from "./mdx-registry";
export * from "./paths";
export * from "./section-activity";
export { MdxRegistryContext, MdxSection, type MdxSectionProps } from "./MdxSection";
export { MdxScript, loadMdx } from "./load-mdx";
