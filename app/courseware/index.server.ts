/** The only door for other rooms' and the server's code. */
export * from "./read-chapter.server";
export { diffVersions, type BlockChange, type SectionChange } from "./diff-versions.server";
export { searchChapters, type SearchHit, type SearchInput, type SnippetPart } from "./search-chapters.server";
export { publishChapters, type PublishedChapter, type PublishOptions, type PublishReport } from "./publish-chapters.server";
export { createMdxRegistry } from "./mdx-registry.server";
export { MDX_SCRIPT_HEADERS, mdxScript } from "./mdx-script.server";
