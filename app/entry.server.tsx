import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { MdxRegistryContext } from "~/courseware";
import { serverI18n } from "~/i18n/i18n.server";
import { type DocumentPlan, planDocument } from "~/platform/document/document-plan.server";
import { readHandoff, scriptText } from "~/platform/document/handoff.server";
import { cutTemplate, fillTemplate, STAND_IN, type Template } from "~/platform/document/template.server";
import { NonceContext } from "~/platform/nonce";
import { withoutNul } from "~/platform/without-nul.server";

/** Longest a deferred part of a page may take, in milliseconds. */
export const streamTimeout = 5_000;

/**
 * Renders a page, as a whole. Where the loaders have answered everything and the routes agree to it, the document is kept
 * and only filled in for the next one who would get the same (docs/decisions/0004).
 */
export default async function handleRequest(request: Request, status: number, headers: Headers, remixContext: EntryContext, context: AppLoadContext): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  keepPrivate(headers);
  const data = await readHandoff(remixContext);
  const kept = data === null ? null : await keptDocument(remixContext, context, data);
  const html = kept ?? (await renderDocument({ url: request.url, nonce: context.nonce, remixContext, context }));
  headers.set("Server-Timing", context.timing.toHeader());
  return context.wholeBodies.attach(new Response(null, { status, headers }), html);
}

/** The page from its template; null when it has none and gets none. */
async function keptDocument(remixContext: EntryContext, context: AppLoadContext, data: string): Promise<Buffer | null> {
  const { documents, nonce, locale } = context;
  const plan = documents.enabled ? planDocument(remixContext, [locale]) : null;
  if (plan === null) return null;
  const template = documents.get(plan.key) ?? (await makeTemplate(plan, context));
  return template && fillTemplate(template, { nonce, data: scriptText(data), ids: plan.ids });
}

async function makeTemplate(plan: DocumentPlan, context: AppLoadContext): Promise<Template | null> {
  const remixContext = plan.context();
  if (remixContext === null) return null;
  const { pathname, search } = remixContext.staticHandlerContext.location;
  const template = cutTemplate(await renderDocument({ url: `http://page.invalid${pathname}${search}`, nonce: STAND_IN.nonce, remixContext, context }));
  context.documents.set(plan.key, template);
  return template;
}

interface PageProps {
  url: string;
  nonce: string;
  remixContext: EntryContext;
  context: AppLoadContext;
}

/** Renders to the end, also what is deferred: browsers get pages whole. */
function renderDocument(props: PageProps): Promise<Buffer> {
  return props.context.timing.measure("render", async () => renderPage(props));
}

function renderPage({ url, nonce, remixContext, context }: PageProps): Promise<Buffer> {
  const page = (
    <NonceContext.Provider value={nonce}>
      <I18nextProvider i18n={serverI18n(context.locale)}>
        <MdxRegistryContext.Provider value={context.mdx}>
          <RemixServer context={remixContext} url={url} nonce={nonce} />
        </MdxRegistryContext.Provider>
      </I18nextProvider>
    </NonceContext.Provider>
  );
  const html = renderToString(page);
  return html.includes(LEFT_TO_BROWSER) ? renderAwaiting(page, nonce) : Promise.resolve(Buffer.from(html));
}

/** How `renderToString` marks a part that it could not finish: one that is deferred, or one that failed. */
const LEFT_TO_BROWSER = "<!--$!-->";

/** Slower: awaits what is deferred, and rejects with what failed anywhere. */
function renderAwaiting(page: ReactElement, nonce: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => {
        const chunks: Buffer[] = [];
        const body = pipe(withoutNul());
        body.on("data", (chunk: Buffer) => chunks.push(chunk));
        body.once("end", () => {
          clearTimeout(late);
          resolve(Buffer.concat(chunks));
        });
      },
      onShellError: reject,
      onError: reject,
    });
    const late = setTimeout(abort, streamTimeout + 1_000).unref();
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
