/** The name of the field that says at which place a chapter is taught. */
export function placeName(slug: string): string {
  return `place.${slug}`;
}

/** The chapters that were given a place, in its order; equal places keep the order of the form. */
export function pickedChapters(form: Iterable<[string, unknown]>): string[] {
  return [...form]
    .flatMap(([name, value]) => {
      const place = typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
      return name.startsWith("place.") && Number.isFinite(place) ? [{ slug: name.slice("place.".length), place }] : [];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ slug }) => slug);
}
