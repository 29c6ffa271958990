import postgres, { type Options, type Sql } from "postgres";

/** How long a connection stays open without work, in milliseconds. */
const IDLE_MS = 30_000;

/** A connection that belongs to one borrower until they release it, as Kysely wants it. */
export interface BorrowedConnection {
  unsafe(text: string, parameters: unknown[]): Promise<unknown>;
  release(): void;
}

/** Connections to borrow. */
export interface ConnectionPool {
  reserve(): Promise<BorrowedConnection>;
  /** Waits for running queries, at most `timeout` seconds, and closes every connection. */
  end(options?: { timeout?: number }): Promise<void>;
}

/** A client of one connection, and how often that connection has closed. */
interface Slot {
  client: Sql;
  closes: number;
  idleTimer?: NodeJS.Timeout;
}

/**
 * A pool of single connections instead of `sql.reserve()`: when the server goes away, postgres.js 3.4.9 puts a reserved
 * connection that has closed back among the open ones and then writes to a socket that is null, from a timer, which ends
 * the process (porsager/postgres issues 1154, 1208); and a `reserve()` that could not connect swallows the next
 * connection that can. Here a connection that was lost is thrown away with its client, and its borrower gets rejections.
 */
export function createConnectionPool(options: Options<Record<string, never>>, size: number): ConnectionPool {
  const slots = new Set<Slot>();
  const idle: Slot[] = [];
  const waiting: ((slot: Slot) => void)[] = [];
  let ended = false;

  function addSlot(): Slot {
    // No limits of its own on idling or age: both would cut a transaction between two statements.
    const limits = { max: 1, idle_timeout: 0, max_lifetime: null };
    const slot: Slot = { closes: 0, client: postgres({ ...options, ...limits, onclose: () => (slot.closes += 1) }) as unknown as Sql };
    slots.add(slot);
    return slot;
  }

  function drop(slot: Slot): void {
    slots.delete(slot);
    const at = idle.indexOf(slot);
    if (at >= 0) idle.splice(at, 1);
    void slot.client.end({ timeout: 0 }).catch(() => undefined);
  }

  function take(): Slot | Promise<Slot> {
    // The one used last: at low load the others fall idle and close.
    const slot = idle.pop();
    if (slot) clearTimeout(slot.idleTimer);
    return slot ?? (slots.size < size ? addSlot() : new Promise((resolve) => waiting.push(resolve)));
  }

  function giveBack(slot: Slot, lost: boolean): void {
    if (lost) drop(slot);
    if (ended) return;
    const next = waiting.shift();
    if (next) return next(lost ? addSlot() : slot);
    if (lost) return;
    idle.push(slot);
    slot.idleTimer = setTimeout(() => drop(slot), IDLE_MS).unref();
  }

  return {
    reserve: async () => borrow(await take(), giveBack),
    async end({ timeout } = {}) {
      ended = true;
      for (const { idleTimer } of slots) clearTimeout(idleTimer);
      await Promise.all([...slots].map(({ client }) => client.end(timeout === undefined ? {} : { timeout })));
    },
  };
}

/**
 * The borrower's view of a slot. Queries with parameters are prepared: parsed once per connection, and one round trip
 * instead of two. Texts without stay unprepared, so that migrations may hold several statements.
 */
function borrow(slot: Slot, giveBack: (slot: Slot, lost: boolean) => void): BorrowedConnection {
  let closes: number | undefined;
  let lost: Error | undefined;
  let released = false;
  return {
    async unsafe(text, parameters) {
      // Left to itself the client would go on in a new session: outside of the transaction, without the locks.
      if (closes !== undefined && slot.closes !== closes) lost ??= Object.assign(new Error("The connection to the database was lost."), { code: "CONNECTION_CLOSED" });
      if (lost) throw lost;
      try {
        const result = await slot.client.unsafe(text, parameters as never[], { prepare: parameters.length > 0 });
        closes ??= slot.closes;
        return result;
      } catch (error) {
        if (error instanceof Error && isLoss(error)) lost = error;
        closes ??= slot.closes;
        throw error;
      }
    },
    release() {
      if (!released) giveBack(slot, lost !== undefined || (closes !== undefined && slot.closes !== closes));
      released = true;
    },
  };
}

/** Whatever did not come from a server that goes on: no answer, or an answer that was its last. */
function isLoss(error: Error): boolean {
  if (error instanceof postgres.PostgresError) return error.severity === "FATAL" || error.severity === "PANIC";
  const code = (error as { code?: string }).code ?? "";
  return /^(CONNECTION_|CONNECT_TIMEOUT|E[A-Z]+$)/.test(code);
}
