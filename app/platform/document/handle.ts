/**
 * What a route says in its `handle` so that documents with it may be kept: what of its loader's data the server's markup
 * shows. A document is kept only when every route of the page says so.
 */
export interface DocumentHandle<Data> {
  document: {
    /** Ids (uuid) that the page prints as they are, wherever they stand in the address or the data: they are filled in per response. */
    ids: (data: Data) => readonly string[];
    /**
     * The data as the server renders it: without what only the browser looks at (after hydration it has all of it).
     * React sees nothing else, so what is left out here cannot get into a kept document.
     */
    shown: (data: Data) => Data;
  };
}
