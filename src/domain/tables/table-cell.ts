/**
 * A cell of a bank's table. Text files hold text alone; a workbook also stores numbers (as plain decimal text, whatever it
 * shows), dates (`YYYY-MM-DD`), formulas and errors.
 */
export type TableCell =
  string | { readonly kind: 'number' | 'date' | 'formula' | 'error'; readonly text: string };

export const cellText = (cell: TableCell): string => (typeof cell === 'string' ? cell : cell.text);
