/**
 * Bodies that are ready as bytes when the response is made. A `Response` would turn them into a stream that the server
 * has to read again; so the response stays empty and its bytes go beside it.
 */
export interface WholeBodies {
  attach(response: Response, body: Buffer): Response;
  bodyOf(response: Response): Buffer | undefined;
}

/** One per process: pages are rendered by the build, responses sent by the server, which load modules apart. */
export function createWholeBodies(): WholeBodies {
  const bodies = new WeakMap<Response, Buffer>();
  return {
    attach(response, body) {
      bodies.set(response, body);
      return response;
    },
    bodyOf: (response) => bodies.get(response),
  };
}
