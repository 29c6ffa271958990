// @ts-check
// For processes that run the sources by tsx: a component's stylesheet, which only the browser needs, is an empty module there.
import { register } from "node:module";

const hooks = `
export const load = (url, context, next) =>
  url.split("?")[0].endsWith(".css") ? { format: "module", source: "", shortCircuit: true } : next(url, context);
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
