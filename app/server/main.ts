import { startServer } from "./start-server";

try {
  await startServer(process.env);
} catch (error) {
  // One clear sentence for whoever starts the app; the stack only when asked for.
  process.stderr.write(`Roadbook could not start 路书无法启动: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.LOG_LEVEL === "debug" && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
  process.exit(1);
}
