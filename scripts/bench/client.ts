import http from "node:http";

/** What came back. */
export interface Answer {
  status: number;
  location: string | null;
  text: string;
  /** From sending to the last byte. */
  ms: number;
}

export interface AskOptions {
  method?: "GET" | "POST";
  cookie: string;
  /** Sent as a form, as a browser without scripts does. */
  form?: Record<string, string>;
  /** Sent as JSON, as our scripts do. */
  json?: unknown;
  /** What the browser takes; `identity` by default, because unpacking would cost this process what it measures. */
  encoding?: string;
}

const TIMEOUT_MS = 60_000;

/** A browser's connections to one server: kept, as many as there are people. */
export class Client {
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });
  readonly #origin: URL;

  constructor(origin: string) {
    this.#origin = new URL(origin);
  }

  /** One request; redirects are answered, not followed. Rejects when there is no answer. */
  ask(path: string, { method, cookie, form, json, encoding = "identity" }: AskOptions): Promise<Answer> {
    const body = form ? new URLSearchParams(form).toString() : json === undefined ? null : JSON.stringify(json);
    const type = form ? "application/x-www-form-urlencoded" : "application/json";
    const headers: http.OutgoingHttpHeaders = { cookie, "accept-encoding": encoding, accept: json === undefined ? "text/html" : "application/json", "accept-language": "zh-CN" };
    if (body !== null) Object.assign(headers, { "content-type": type, "content-length": Buffer.byteLength(body), origin: this.#origin.origin, "sec-fetch-site": "same-origin" });
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const request = http.request({ agent: this.#agent, host: this.#origin.hostname, port: this.#origin.port, path, method: method ?? (body === null ? "GET" : "POST"), headers, timeout: TIMEOUT_MS }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () => resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? null, text: Buffer.concat(chunks).toString(), ms: performance.now() - start }));
      });
      request.once("timeout", () => request.destroy(new Error("no answer in time")));
      request.once("error", reject);
      request.end(body ?? undefined);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
