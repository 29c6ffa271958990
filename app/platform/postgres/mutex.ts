import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { EmbeddedPostgresError, errorCode, pause } from "./error";
import type { Place } from "./place";

/**
 * Runs `work` while no other process on this machine starts or stops the same cluster.
 *
 * A listening socket is the lock: the system gives it back when its process dies, however it dies, so there is
 * nothing stale to clean up. On Linux it has no file (a name in the abstract namespace).
 * @throws EmbeddedPostgresError when the lock is not free within `seconds`.
 */
export async function withMutex<T>(place: Place, work: () => Promise<T>, seconds = 300): Promise<T> {
  const server = net.createServer((socket) => socket.destroy());
  const name = process.platform === "linux" ? `\0${place.id}-lock` : path.join(place.socketDir, "lock");
  const deadline = Date.now() + seconds * 1000;
  while (!(await tryListen(server, name))) {
    if (Date.now() > deadline) throw new EmbeddedPostgresError("Another process has been starting or stopping the database for too long.");
    if (!name.startsWith("\0") && !(await isListening(name))) fs.rmSync(name, { force: true });
    else await pause(20);
  }
  try {
    return await work();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

function tryListen(server: net.Server, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      server.off("listening", listening);
      if (errorCode(error) === "EADDRINUSE") resolve(false);
      else reject(error);
    };
    const listening = () => {
      server.off("error", failed);
      resolve(true);
    };
    server.once("error", failed).once("listening", listening).listen({ path: name, exclusive: true });
  });
}

function isListening(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(name);
    socket.once("error", () => resolve(false)).once("connect", () => resolve(true)).once("close", () => socket.destroy());
  });
}
