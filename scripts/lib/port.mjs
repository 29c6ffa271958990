// @ts-check
import net from "node:net";
import { UserError } from "./run.mjs";

/**
 * Says at once that the port is taken, rather than after installing and building. A server that was just told to stop
 * may need a moment to let go of it. Only a hint: the server itself finds out in earnest.
 * @param {string | undefined} port
 * @param {string} host
 * @param {number} [patience] milliseconds
 */
export async function checkPort(port = "3000", host = "0.0.0.0", patience = 3000) {
  const number = Number(port);
  if (!Number.isInteger(number) || number < 1 || number > 65535) return;
  const deadline = Date.now() + patience;
  while (await isTaken(number, host)) {
    if (Date.now() > deadline) {
      throw new UserError(
        `Port ${number} is taken: stop what runs there, or start with another one, as in PORT=${number + 1} npm start. ` +
          `端口 ${number} 已被占用：请先停止占用它的程序，或换一个端口，例如 PORT=${number + 1} npm start。`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function isTaken(port, host) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code === "EADDRINUSE"));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(false)));
  });
}
