import { useCallback, useEffect, useState, type RefObject } from 'react';
import type { IntakeStep } from './intake-steps.ts';

/** Goes to the field of a path, in whichever form it stands; papers stand beside the forms. */
export function useJump(
  form: RefObject<HTMLElement | null>,
  onStep: (step: IntakeStep) => void,
): (path: string, step: IntakeStep | null) => void {
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const root: ParentNode = form.current?.closest('.intake') ?? document;
    const place = nearest(root, wanted);
    place?.scrollIntoView({ block: 'center' });
    place
      ?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, button, [tabindex="0"]')
      ?.focus();
    setWanted(null);
  }, [form, wanted]);
  return useCallback(
    (path, step) => {
      if (step !== null) onStep(step);
      setWanted(path);
    },
    [onStep],
  );
}

/** The field itself, or what it is part of: `contact.address` for `contact.address.city` while no address is open. */
function nearest(root: ParentNode, path: string): Element | null {
  for (let at = path; at !== ''; at = at.split('.').slice(0, -1).join('.')) {
    const place = root.querySelector(`[data-path="${CSS.escape(at)}"]`);
    if (place !== null) return place;
  }
  return null;
}
