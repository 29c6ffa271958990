import { guardedLoader } from "~/auth/guard.server";
export const loader = guardedLoader({ permission: "cohort:create", scope: "any" }, async () => Promise.resolve({}));
export default function NewCohort() { return null; }
