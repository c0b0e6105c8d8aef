import type { AreaHandlers } from '../handlers.ts';
import { todaySummary } from './today-summary.ts';

export function createTodayHandlers(): AreaHandlers<'today'> {
  return { 'today.summary': (context) => todaySummary(context) };
}
