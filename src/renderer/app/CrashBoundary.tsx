import { Component, type ReactNode } from 'react';
import { translatorOf } from '../lib/i18n/use-t.ts';
import { useSettings } from '../lib/settings-store.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/States.tsx';

interface Props {
  children: ReactNode;
  /** A change (another screen) lets it try again. */
  resetKey: string;
}

interface State {
  readonly reference: string | null;
  readonly resetKey: string;
}

/** A bug in one screen leaves the frame standing: one sentence with the reference, and a way on. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { reference: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { reference: `R-${Date.now().toString(36).slice(-5).toUpperCase()}` };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { reference: null, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown): void {
    // The message may quote a record, so the log gets the place and the kind alone.
    console.error(
      this.state.reference,
      error instanceof Error
        ? `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}`
        : 'unknown',
    );
  }

  override render(): ReactNode {
    if (this.state.reference === null) return this.props.children;
    const { language, digits } = useSettings.getState();
    const t = translatorOf(language, digits);
    return (
      <div className="panel crash" role="alert">
        <EmptyState
          icon="alertc"
          title={t('shell.crashTitle')}
          action={
            <Button onPress={() => this.setState({ reference: null })}>{t('shell.reopen')}</Button>
          }
        >
          {t('shell.crashText', { reference: this.state.reference })}
        </EmptyState>
      </div>
    );
  }
}
