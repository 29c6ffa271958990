import os from "node:os";

/** What the figures of a run depend on besides the code. */
export function describeMachine(): string {
  const [cpu] = os.cpus();
  return `${os.availableParallelism()} cores (${cpu?.model.trim() ?? "unknown"}), Node ${process.versions.node}, ${os.platform()} ${os.release()}, load ${load()}`;
}

/** The load average of the last minute. */
export const load = (): string => os.loadavg()[0]?.toFixed(1) ?? "?";
