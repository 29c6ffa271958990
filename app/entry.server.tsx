import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { MdxRegistryContext } from "~/courseware";
import { serverI18n } from "~/i18n/i18n.server";
import { NonceContext } from "~/platform/nonce";
import { withoutNul } from "~/platform/without-nul.server";

/** Longest a deferred part of a page may take, in milliseconds. */
export const streamTimeout = 5_000;

export default function handleRequest(request: Request, status: number, headers: Headers, remixContext: EntryContext, context: AppLoadContext): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  keepPrivate(headers);
  const timing = context.timing.toHeader();
  if (timing) headers.set("Server-Timing", timing);
  return new Promise((resolve, reject) => {
    let shellSent = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <I18nextProvider i18n={serverI18n(context.locale)}>
          <MdxRegistryContext.Provider value={context.mdx}>
            <RemixServer context={remixContext} url={request.url} nonce={context.nonce} />
          </MdxRegistryContext.Provider>
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        onAllReady() {
          shellSent = true;
          const body = withoutNul();
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          if (shellSent) context.log.error({ err: error }, "rendering failed after the page began");
          else reject(error instanceof Error ? error : new Error(String(error)));
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** What loaders and actions answer to navigations in the browser. */
export function handleDataRequest(response: Response): Response {
  keepPrivate(response.headers);
  return response;
}

/** A page belongs to its reader and this moment; without a word from us browsers keep a 410 for ever. */
function keepPrivate(headers: Headers): void {
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
}

/** Errors of loaders and actions, once each, with the request they belong to. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (!request.signal.aborted) context.log.error({ err: error, path: new URL(request.url).pathname }, "request failed");
}
