import { columnAddress } from "../content";
import type { TableDefinition } from "../definition";
import type { Evaluation } from "../evaluation";
import type { Marks } from "./marks";

/** All that a row shows beside its own cells, as a text that is the same as long as that is. */
export function signatureOf({ id, columns }: Pick<TableDefinition, "id" | "columns">, row: string, evaluation: Evaluation, marks: Marks): string {
  const cells = columns.map((column) => {
    const address = columnAddress(id, row, column.id);
    return [evaluation.computed[address], marks.at(address)];
  });
  return JSON.stringify([marks.at(`${id}/${row}`), cells]);
}
