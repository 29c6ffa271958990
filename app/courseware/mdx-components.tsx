/**
 * The components that content may use without importing them (docs/content.md). Term, Callout, Dialogue and Line are not among
 * them: they are pure presentation and become HTML when a section is compiled (`compile/rehype-components.ts`).
 */
import type { ComponentType } from "react";
import { CheckIn } from "./CheckIn";
import { BuyingRoleMap } from "./exercises/BuyingRoleMap";
import { InterestNeedQuadrant } from "./exercises/InterestNeedQuadrant";
import { IntroductionBuilder } from "./exercises/IntroductionBuilder";
import { PersonalityCompass } from "./exercises/PersonalityCompass";
import { RelationshipLadder } from "./exercises/RelationshipLadder";
import { Media } from "./Media";

/** By name. */
export const mdxComponents = { CheckIn, Media, InterestNeedQuadrant, BuyingRoleMap, PersonalityCompass, RelationshipLadder, IntroductionBuilder } satisfies Readonly<Record<string, ComponentType<never>>>;
