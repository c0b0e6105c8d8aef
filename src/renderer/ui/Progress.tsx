import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import { useT } from '../lib/i18n/use-t.ts';
import { Button } from './Button.tsx';
import { Num } from './Figures.tsx';
import './progress.css';

/**
 * `<Progress label="يُقرأ الملف" progress={job.progress} onCancel={job.cancel} />`: for anything over a second. Without a
 * known total it moves without saying how far.
 */
export function Progress({
  label,
  progress,
  onCancel,
}: {
  label: string;
  progress: { readonly done: number; readonly total: number | null } | null;
  onCancel?: (() => void) | undefined;
}) {
  const t = useT();
  const total = progress?.total ?? null;
  const done = progress?.done ?? 0;
  const percent = total === null || total === 0 ? 0 : Math.min(100, (done / total) * 100);
  return (
    <AriaProgressBar
      aria-label={label}
      value={percent}
      isIndeterminate={total === null}
      className="progress"
    >
      <div className="progress-words">
        <span className="ell">{label}</span>
        {progress !== null && total !== null && (
          <span className="muted nowrap">
            <Num>{done}</Num> / <Num>{total}</Num>
          </span>
        )}
        <span className="sp" />
        {onCancel !== undefined && (
          <Button size="s" onPress={onCancel}>
            {t('ui.stop')}
          </Button>
        )}
      </div>
      <div className={`prog ${total === null ? 'unknown' : ''}`}>
        <i style={total === null ? {} : { inlineSize: `${percent}%` }} />
      </div>
    </AriaProgressBar>
  );
}
