import postgres from "postgres";
import type { DatabaseOptions } from "~/db/url";

const APPLICATION = "roadbook lease";

/** How long a process that has just been killed may still look alive to the server, in milliseconds. */
const GRACE = 500;

/**
 * One open connection that says "this process uses the server". It ends with its process, however that ends,
 * so the server's own list of connections tells who is left.
 */
export interface Lease {
  /** Resolves when the connection is lost, not when it is released. */
  lost: Promise<void>;
  /** How many other processes use the server. */
  countOthers(): Promise<number>;
  release(): Promise<void>;
}

/** @throws the driver's error when the server does not take the connection. */
export async function takeLease(options: DatabaseOptions): Promise<Lease> {
  let released = false;
  let reportLoss = () => {};
  const lost = new Promise<void>((resolve) => (reportLoss = resolve));
  const sql = postgres({
    ...options,
    max: 1,
    max_lifetime: null,
    connect_timeout: 10,
    fetch_types: false,
    connection: { application_name: APPLICATION },
    onnotice: () => {},
    onclose: () => {
      if (!released) reportLoss();
    },
  });
  const release = async () => {
    released = true;
    await sql.end({ timeout: 1 });
  };
  try {
    await sql`select 1`;
  } catch (error) {
    await release();
    throw error;
  }
  const count = async () => {
    const [row] = await sql<{ others: number }[]>`
      select count(*)::int as others from pg_stat_activity
      where application_name = ${APPLICATION} and pid <> pg_backend_pid()`;
    return row?.others ?? 0;
  };
  return {
    lost,
    release,
    async countOthers() {
      const deadline = Date.now() + GRACE;
      let others = await count();
      while (others > 0 && Date.now() < deadline) {
        await sql`select pg_sleep(0.05)`;
        others = await count();
      }
      return others;
    },
  };
}
