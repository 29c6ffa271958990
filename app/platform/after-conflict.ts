import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * `shouldRevalidate` of pages on which somebody else may act first; export it again from the route. An action that answers 409
 * says that what the page showed was old: its loader is read again. By itself a 4xx answer leaves the old state standing.
 */
export const shouldRevalidate: ShouldRevalidateFunction = ({ defaultShouldRevalidate, actionStatus }) => defaultShouldRevalidate || actionStatus === 409;
