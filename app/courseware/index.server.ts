/** The only door for other rooms' and the server's code. */
export * from "./read-chapter.server";
export type { BlockChange } from "./diff-blocks";
export { diffVersions, type SectionChange } from "./diff-versions.server";
export { searchChapters, type SearchHit, type SearchInput } from "./search-chapters.server";
export type { SnippetPart } from "./search-text";
export { publishChapters, type PublishedChapter, type PublishOptions, type PublishReport } from "./publish-chapters.server";
export { createSectionTexts, type ReadSection, readSection, type SectionAddress } from "./section-texts.server";
export { createMdxRegistry } from "./mdx-registry.server";
export { MDX_SCRIPT_HEADERS, mdxScript } from "./mdx-script.server";
