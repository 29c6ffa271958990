/** Addresses of this room's pages. */

/** The contents of a chapter in one enrolment, or the page of one of its sections. */
export function previewPath(enrolmentId: string, chapterSlug: string, sectionId?: string): string {
  const contents = `/learn/${enrolmentId}/${chapterSlug}/preview`;
  return sectionId === undefined ? contents : `${contents}/${sectionId}`;
}

/** Leads on: to the section that comes next, or to the next step when every one is finished. */
export function goOnPath(enrolmentId: string, chapterSlug: string): string {
  return `${previewPath(enrolmentId, chapterSlug)}/continue`;
}

/** The learner's road through a chapter. */
export function roadPath(enrolmentId: string, chapterSlug: string): string {
  return `/learn/${enrolmentId}/${chapterSlug}`;
}

/** Where a device sends its beats and what it watched. */
export function recordPath(enrolmentId: string, chapterSlug: string): string {
  return `/resources/preview/${enrolmentId}/${chapterSlug}/record`;
}

/** Where a check-in is answered without leaving the page. */
export function answerPath(enrolmentId: string, chapterSlug: string): string {
  return `/resources/preview/${enrolmentId}/${chapterSlug}/answer`;
}

/** Search in the chapters that one may read. */
export function searchPath(query = ""): string {
  return query === "" ? "/learn/search" : `/learn/search?q=${encodeURIComponent(query)}`;
}
