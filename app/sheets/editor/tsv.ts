/** Ranges of cells as spreadsheets put them on the clipboard: tabs between cells, line ends between rows, quotes round what contains either. */

/** The cells of a pasted text. A trailing line end, which every spreadsheet adds, makes no row. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (character === '"' && cell === "" && closes(text, at)) quoted = true;
    else if (character === "\t") {
      rows.at(-1)!.push(cell);
      cell = "";
    } else if (character === "\n" || character === "\r") {
      if (character === "\r" && text[at + 1] === "\n") at++;
      rows.at(-1)!.push(cell);
      cell = "";
      rows.push([]);
    } else cell += character;
  }
  const last = rows.at(-1)!;
  if (cell !== "" || last.length > 0 || rows.length === 1) last.push(cell);
  else rows.pop();
  return rows;
}

/** Whether a quote at the start of a cell has its partner before a tab, a line end or the end: else it is a mark like any other. */
function closes(text: string, from: number): boolean {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at++;
    else return at + 1 === text.length || "\t\r\n".includes(text[at + 1]!);
  }
  return false;
}

/** Cells as a spreadsheet takes them. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => (/[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");
}
