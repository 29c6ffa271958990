/** Addresses of what this room serves. The routes are wired to them by `app/routes`. */

/** The script of a compiled section: immutable, behind the permission to read one of its chapters. */
export function mdxScriptPath(codeHash: string): string {
  return `/mdx/${codeHash}.js`;
}

/** A term in the glossary. */
export function glossaryPath(termId?: string): string {
  return termId === undefined ? "/glossary" : `/glossary#term-${termId}`;
}

/** A recording or its captions; `src` as written in the content, such as `media/intro.webm`. */
export function mediaPath(slug: string, src: string): string {
  return `/media/${slug}/${src.replace(/^media\//, "")}`;
}

/** The id in the page of a check-in: its form posts and comes back to it. */
export function checkinAnchor(checkinId: string): string {
  return `checkin-${checkinId}`;
}
