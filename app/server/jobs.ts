import { Logger as WorkerLogger, run, type Runner, type Task } from "graphile-worker";
import type { Logger } from "~/platform/log.server";

/** Work that runs in the background: by name, and at what times (crontab, UTC). */
export interface JobPlan {
  tasks: Record<string, () => Promise<void>>;
  crontab: string;
}

/** Starts the job runner of this process on the database at `url`; several processes share the work. */
export function startJobs(url: string, plan: JobPlan, log: Logger): Promise<Runner> {
  const tasks = Object.fromEntries(Object.entries(plan.tasks).map(([name, work]): [string, Task] => [name, async () => work()]));
  return run({
    connectionString: url,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    pollInterval: 5_000,
    taskList: tasks,
    crontab: plan.crontab,
    logger: new WorkerLogger(() => (level, message) => {
      if (level === "error") log.error({ part: "jobs" }, message);
      else log.debug({ part: "jobs" }, message);
    }),
  });
}
