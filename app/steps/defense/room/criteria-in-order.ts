import type { ShownChapter } from "./shown.server";

/** The criteria of all chapters of a defense, numbered through: `at` gives their places (`places.ts`). */
export function criteriaInOrder(chapters: readonly Pick<ShownChapter, "slug" | "number" | "title" | "criteria">[]) {
  return chapters
    .flatMap(({ slug, number, title, criteria }) => criteria.map((criterion) => ({ ...criterion, chapterSlug: slug, chapterNumber: number, chapterTitle: title })))
    .map((criterion, at) => ({ ...criterion, at }));
}
