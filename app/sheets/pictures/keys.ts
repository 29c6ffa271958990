/** Every derived picture there is, in alphabetical order: what `picture:` of a definition may name. One line each. */
export const PICTURE_KEYS: readonly string[] = [
  "ageing-bars",
  "bonus-bars",
  "commitments-board",
  "contract-heat",
  "enablement-gantt",
  "expectation-timeline",
  "funnel",
  "harm-chains",
  "observation-profile",
  "relationship-map",
  "relief-ladder",
  "roadbook-profile",
  "satisfaction-curve",
  "three-scales",
];
