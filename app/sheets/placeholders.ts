/** `{{cell}}` in the message of a check: where a cell's value stands in the text. */

const PLACE = /\{\{\s*([A-Za-z]\w*)\s*\}\}/g;

/** The cells that a message names, in order. */
export function placeholders(message: string): string[] {
  return [...message.matchAll(PLACE)].map((match) => match[1] ?? "");
}

/** The message with the cells' values in it. */
export function fillIn(message: string, valueOf: (cell: string) => string): string {
  return message.replace(PLACE, (_, cell: string) => valueOf(cell));
}
