// A process of its own that serves live sheets, to be killed by a test. Its argument: options of the database and the port, as JSON.
import type { DatabaseOptions } from "~/db/url";
import { liveServer } from "../factories/live-sheets";

const { options, port } = JSON.parse(process.argv[2] ?? "") as { options: DatabaseOptions; port: number };
const server = await liveServer({ options }, port);
process.on("SIGTERM", () => void server.close().then(() => process.exit(0)));
// Ends with the test, however that ends.
process.on("disconnect", () => process.exit(1));
console.log(server.origin);
