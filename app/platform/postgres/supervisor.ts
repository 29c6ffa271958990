import { bringUp, connectionTo, type Log, type RunningServer } from "./bring-up";
import { messageOf, pause } from "./error";
import { type Lease, takeLease } from "./lease";
import { withMutex } from "./mutex";
import { type Place, removeSocketDirectory } from "./place";
import { stopPostmaster } from "./postmaster";

/** Longest wait between two attempts to start a server that died, in milliseconds. */
const LONGEST_WAIT = 10_000;

/** One process's hold on a cluster: starts the server again when it dies, stops it when nobody is left. */
export interface Supervisor {
  started: boolean;
  /** Answers whether the server was stopped. Calling again answers the same. */
  giveBack(): Promise<boolean>;
}

/** Brings the server up and watches it until `giveBack`. @throws EmbeddedPostgresError */
export async function supervise(place: Place, fast: boolean, log: Log): Promise<Supervisor> {
  const acquire = (): Promise<RunningServer> => withMutex(place, () => bringUp(place, fast, log));
  const first = await acquire();
  let lease = first.lease;
  let givenBack: Promise<boolean> | null = null;
  let recovery = Promise.resolve();

  const watch = (held: Lease) => {
    void held.lost.then(() => {
      if (!givenBack) recovery = recover();
    });
  };

  const recover = async () => {
    log("the database connection was lost: looking after the server");
    await lease.release();
    for (let wait = 250; !givenBack; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      try {
        ({ lease } = await acquire());
        return watch(lease);
      } catch (error) {
        log(`the database does not come back: ${messageOf(error)}`);
        await pause(wait);
      }
    }
  };

  const release = async () => {
    await recovery;
    return withMutex(place, async () => {
      const others = await countOthers(place, lease);
      if (others > 0) {
        log(`the database stays up for ${others} other process${others === 1 ? "" : "es"}`);
        return false;
      }
      await stopPostmaster(place.dataDir);
      removeSocketDirectory(place);
      log("database stopped");
      return true;
    });
  };

  watch(lease);
  return { started: first.started, giveBack: () => (givenBack ??= release()) };
}

/** Ends the lease. Counts nobody when the server takes no connections any more: then nobody can be using it. */
async function countOthers(place: Place, lease: Lease): Promise<number> {
  try {
    return await lease.countOthers();
  } catch {
    try {
      const another = await takeLease(connectionTo(place, "postgres"));
      return await another.countOthers().finally(() => another.release());
    } catch {
      return 0;
    }
  } finally {
    await lease.release();
  }
}
