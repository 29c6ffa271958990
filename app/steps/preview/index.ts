/** The door for pure things and components. */
export * from "./paths";
export * from "./reading";
export { ContentsPage, type ContentsPageProps } from "./ContentsPage";
export { GlossaryList } from "./GlossaryList";
export { SearchResults } from "./SearchResults";
export { type PackedPage, unpackPage } from "./packed-page";
export { SectionReader, type SectionReaderProps } from "./SectionReader";
