/** Every derived picture by its key; `keys.ts` lists them for the check of content/. */
import { RelationshipMap } from "./RelationshipMap";
import type { Picture } from "./types";

export const PICTURES: Readonly<Record<string, Picture>> = {
  "relationship-map": RelationshipMap,
};

export type { Picture, PictureProps } from "./types";
