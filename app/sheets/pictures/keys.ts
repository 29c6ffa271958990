/** Every derived picture there is, in alphabetical order: what `picture:` of a definition may name. One line each. */
export const PICTURE_KEYS: readonly string[] = [
  "relationship-map",
];
