import type { AreaHandlers } from '../handlers.ts';
import type { Lists } from './lists.ts';
import type { SheetFiles } from './ports.ts';
import { writeExport } from './write-export.ts';

/** @param lists the handlers of the lists themselves, so that a sheet never says more than the screen */
export function createExportHandlers(lists: Lists, sheets: SheetFiles): AreaHandlers<'exports'> {
  return { 'exports.write': (context, input) => writeExport(context, input, { lists, sheets }) };
}
