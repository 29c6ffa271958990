import { notFound } from "~/platform/errors";
import type { DropOut } from "~/steps/defense/index.server";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Who drops out, by `?examiner=` or `?candidate=`; nobody where neither is there. */
export function dropOutOf({ searchParams }: URL): DropOut {
  const [examiner, candidate] = [searchParams.get("examiner"), searchParams.get("candidate")];
  for (const id of [examiner, candidate]) if (id !== null && !UUID.test(id)) throw notFound();
  if (examiner) return { examiner };
  return candidate ? { candidate } : null;
}
