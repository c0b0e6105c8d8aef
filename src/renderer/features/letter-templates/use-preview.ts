import { useEffect, useRef, useState } from 'react';
import type { InputOf } from '../../../contract/api.ts';
import type { ApiError } from '../../../contract/errors.ts';
import type { TemplateProblemDto } from '../../../contract/letter-templates.ts';
import type { LetterTemplate } from '../../../domain/letters/letter-template.ts';
import { api } from '../../lib/client.ts';
import { useSettled } from '../../lib/use-settled.ts';

/** How long nothing was typed before the page is set anew, milliseconds. */
const PAUSE = 300;

export interface Preview {
  /** The last sound page; it stays while another is made and while something is wrong. */
  readonly bytes: Uint8Array | null;
  readonly pages: number;
  readonly problems: readonly TemplateProblemDto[];
  readonly error: ApiError | null;
  readonly isSetting: boolean;
}

const NOTHING: Preview = { bytes: null, pages: 0, problems: [], error: null, isSetting: true };

/**
 * The template as it would print, and everything for which it would not be saved, shortly after the last key.
 * @param mayCheck Whether the officer may edit; who only reads sees the page alone.
 */
export function usePreview(
  template: LetterTemplate,
  { size, digits }: Pick<InputOf<'letterTemplates.preview'>, 'size' | 'digits'>,
  mayCheck: boolean,
): Preview & { readonly retry: () => void } {
  const [preview, setPreview] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const written = JSON.stringify(template);
  // The first page waits for nobody's fingers.
  const settled = useSettled(written, PAUSE);
  const latest = useRef(template);
  useEffect(() => {
    latest.current = template;
  });

  useEffect(() => {
    const abort = new AbortController();
    const told = (part: Partial<Preview>): void => {
      if (!abort.signal.aborted) setPreview((before) => ({ ...before, ...part }));
    };
    const make = async (): Promise<void> => {
      told({ isSetting: true });
      if (mayCheck) {
        const checked = await api.letterTemplates.check({ template: latest.current });
        if (abort.signal.aborted) return;
        const problems = checked.ok ? checked.value.problems : [];
        const error = checked.ok ? null : checked.error;
        told({ problems, error });
        if (!checked.ok || problems.length > 0) return told({ isSetting: false });
      }
      const set = await api.letterTemplates.preview(
        { template: latest.current, size, ...(digits === undefined ? {} : { digits }) },
        { signal: abort.signal },
      );
      told({
        isSetting: false,
        ...(set.ok ? { ...set.value, error: null } : { error: set.error }),
      });
    };
    void make();
    return () => abort.abort();
  }, [settled, size, digits, mayCheck, attempt]);

  return {
    ...preview,
    isSetting: preview.isSetting || written !== settled,
    retry: () => setAttempt((count) => count + 1),
  };
}
