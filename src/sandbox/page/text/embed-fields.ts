/** Consecutive inline fields share a row, at most three. */
const perRow = 3;

/** For each field, the number of fields in its row. */
export function fieldsInRows(fields: readonly { readonly inline?: boolean }[]): number[] {
  const rows: number[][] = [];
  fields.forEach(({ inline = false }, index) => {
    const row = rows.at(-1);
    const last = fields[index - 1];
    if (inline && row && last?.inline && row.length < perRow) row.push(index);
    else rows.push([index]);
  });
  return rows.flatMap((row) => row.map(() => row.length));
}
