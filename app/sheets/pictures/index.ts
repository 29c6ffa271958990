/** Every derived picture by its key; `keys.ts` lists them for the check of content/. */
import { AgeingBars } from "./AgeingBars";
import { BonusBars } from "./BonusBars";
import { CommitmentsBoard } from "./CommitmentsBoard";
import { ContractHeat } from "./ContractHeat";
import { EnablementGantt } from "./EnablementGantt";
import { ExpectationTimeline } from "./ExpectationTimeline";
import { Funnel } from "./Funnel";
import { HarmChains } from "./HarmChains";
import { ObservationProfile } from "./ObservationProfile";
import { RelationshipMap } from "./RelationshipMap";
import { ReliefLadder } from "./ReliefLadder";
import { RoadbookProfile } from "./RoadbookProfile";
import { SatisfactionCurve } from "./SatisfactionCurve";
import { ThreeScales } from "./ThreeScales";
import type { Picture } from "./types";

export const PICTURES: Readonly<Record<string, Picture>> = {
  "ageing-bars": AgeingBars,
  "bonus-bars": BonusBars,
  "commitments-board": CommitmentsBoard,
  "contract-heat": ContractHeat,
  "enablement-gantt": EnablementGantt,
  "expectation-timeline": ExpectationTimeline,
  funnel: Funnel,
  "harm-chains": HarmChains,
  "observation-profile": ObservationProfile,
  "relationship-map": RelationshipMap,
  "relief-ladder": ReliefLadder,
  "roadbook-profile": RoadbookProfile,
  "satisfaction-curve": SatisfactionCurve,
  "three-scales": ThreeScales,
};

export type { Picture, PictureProps } from "./types";
