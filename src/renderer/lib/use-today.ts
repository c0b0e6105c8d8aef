import { useState } from 'react';
import type { IsoDate, IsoInstant } from '../../domain/shared/iso-date.ts';
import { riyadhClock } from './format/dates.ts';

/** The day in Riyadh when the component came on screen; what a day decides is the backend's business. */
export function useToday(): IsoDate {
  const [today] = useState(() => riyadhClock(new Date().toISOString() as IsoInstant).date);
  return today;
}
