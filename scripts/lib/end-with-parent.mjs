// @ts-check
// Preloaded into the server: when the process that started it is gone, however that came, the server stops in order.

if (process.channel) {
  process.channel.unref();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
