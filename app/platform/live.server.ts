import { type Kysely, sql as kyselySql } from "kysely";
import type { Sql } from "postgres";
import type { DB, JsonValue } from "~/db/schema";

const CHANNEL = "roadbook_live";
type Listener = (payload: JsonValue) => void;

/** News that several processes on one database share: who listens to a topic hears what any of them publishes. */
export interface LiveBus {
  /** Hears every payload published on `topic` from now on; call the answer to stop. */
  subscribe(topic: string, listener: Listener): () => void;
  close(): Promise<void>;
}

/**
 * Tells every process's listeners of `topic`, when the transaction commits. A payload is a hint to read again,
 * not the data itself: PostgreSQL takes at most 8,000 bytes and keeps nothing for who is away.
 */
export async function publishLive(db: Kysely<DB>, topic: string, payload: JsonValue): Promise<void> {
  await kyselySql`select pg_notify(${CHANNEL}, ${JSON.stringify({ topic, payload })})`.execute(db);
}

/** Starts listening on the first subscription; postgres.js listens again by itself when the connection was lost. */
export function createLiveBus(sql: Sql): LiveBus {
  const listeners = new Map<string, Set<Listener>>();
  let listening: ReturnType<Sql["listen"]> | undefined;
  const hear = (text: string): void => {
    const { topic, payload } = JSON.parse(text) as { topic: string; payload: JsonValue };
    listeners.get(topic)?.forEach((listener) => listener(payload));
  };
  return {
    subscribe(topic, listener) {
      listening ??= sql.listen(CHANNEL, hear);
      listening.catch(() => (listening = undefined));
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(topic);
      };
    },
    async close() {
      listeners.clear();
      await listening?.then((handle) => handle.unlisten()).catch(() => undefined);
    },
  };
}
