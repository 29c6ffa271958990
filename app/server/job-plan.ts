import type { Services } from "~/platform/context";
import type { JobPlan } from "./jobs";

/** What the house does in the background, and when. */
export function jobPlan(_services: Services): JobPlan {
  return { tasks: {}, crontab: "" };
}
