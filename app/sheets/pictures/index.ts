/** Every derived picture by its key; `keys.ts` lists them for the check of content/. */
import { AgeingBars } from "./AgeingBars";
import { BonusBars } from "./BonusBars";
import { CommitmentsBoard } from "./CommitmentsBoard";
import { CompetitiveQuadrants } from "./CompetitiveQuadrants";
import { ContractHeat } from "./ContractHeat";
import { CriteriaWeights } from "./CriteriaWeights";
import { DiagnosisProfile } from "./DiagnosisProfile";
import { EnablementGantt } from "./EnablementGantt";
import { ExpectationTimeline } from "./ExpectationTimeline";
import { Funnel } from "./Funnel";
import { HarmChains } from "./HarmChains";
import { IntroductionParts } from "./IntroductionParts";
import { ObservationProfile } from "./ObservationProfile";
import { PriorityMap } from "./PriorityMap";
import { RelationshipMap } from "./RelationshipMap";
import { ReliefLadder } from "./ReliefLadder";
import { RoadbookProfile } from "./RoadbookProfile";
import { RoleChart } from "./RoleChart";
import { SatisfactionCurve } from "./SatisfactionCurve";
import { SegmentPyramid } from "./SegmentPyramid";
import { SpinLadder } from "./SpinLadder";
import { TargetTree } from "./TargetTree";
import { TenderRanking } from "./TenderRanking";
import { ThreeScales } from "./ThreeScales";
import type { Picture } from "./types";
import { ValueWaterfall } from "./ValueWaterfall";
import { VisitTime } from "./VisitTime";
import { WarningList } from "./WarningList";

export const PICTURES: Readonly<Record<string, Picture>> = {
  "ageing-bars": AgeingBars,
  "bonus-bars": BonusBars,
  "commitments-board": CommitmentsBoard,
  "competitive-quadrants": CompetitiveQuadrants,
  "contract-heat": ContractHeat,
  "criteria-weights": CriteriaWeights,
  "diagnosis-profile": DiagnosisProfile,
  "enablement-gantt": EnablementGantt,
  "expectation-timeline": ExpectationTimeline,
  funnel: Funnel,
  "harm-chains": HarmChains,
  "introduction-parts": IntroductionParts,
  "observation-profile": ObservationProfile,
  "priority-map": PriorityMap,
  "relationship-map": RelationshipMap,
  "relief-ladder": ReliefLadder,
  "roadbook-profile": RoadbookProfile,
  "role-chart": RoleChart,
  "satisfaction-curve": SatisfactionCurve,
  "segment-pyramid": SegmentPyramid,
  "spin-ladder": SpinLadder,
  "target-tree": TargetTree,
  "tender-ranking": TenderRanking,
  "three-scales": ThreeScales,
  "value-waterfall": ValueWaterfall,
  "visit-time": VisitTime,
  "warning-list": WarningList,
};

export type { Picture, PictureProps } from "./types";
