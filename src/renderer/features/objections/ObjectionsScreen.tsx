import type { ScreenProps } from '../../lib/route.ts';
import { ObjectionQueue } from './ObjectionQueue.tsx';
import './objections.css';
import { ObjectionReview } from './ObjectionReview.tsx';

/** The queue of objections, or the review of the one that is open. */
export function ObjectionsScreen({ id, query }: ScreenProps) {
  return id === null ? (
    <ObjectionQueue view={query['view']} />
  ) : (
    <ObjectionReview key={id} id={id} />
  );
}
