import type { Present } from "../live/messages";
import type { Peer } from "./store";

const COLOURS = 8;

/** The others, one per person: of somebody's windows, the one that is in a cell. Everybody gives everybody the same colour. */
export function peersOf(present: readonly Present[], me: string): Peer[] {
  const people = new Map<string, Present>();
  for (const one of present) {
    const known = people.get(one.personId);
    if (!known || (known.at === null && one.at !== null)) people.set(one.personId, one);
  }
  const taken = new Set<number>();
  return [...people.values()]
    .sort((a, b) => (a.personId < b.personId ? -1 : 1))
    .map(({ personId, name, at }) => {
      let colour = hash(personId) % COLOURS;
      for (let tried = 0; taken.has(colour) && tried < COLOURS; tried += 1) colour = (colour + 1) % COLOURS;
      taken.add(colour);
      return { personId, name, colour, at };
    })
    .filter(({ personId }) => personId !== me);
}

function hash(text: string): number {
  let value = 7;
  for (let at = 0; at < text.length; at += 1) value = (value * 31 + text.charCodeAt(at)) >>> 0;
  return value;
}
