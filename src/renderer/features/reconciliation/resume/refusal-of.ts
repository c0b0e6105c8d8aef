import type { ResumeView } from './ResumePanel.tsx';

/** A reason with its details as the words for refusals take it. */
export function refusalOf(why: NonNullable<ResumeView['mayPrepare']>) {
  const { code, details } = why;
  return details === undefined ? { code } : { code, details };
}
