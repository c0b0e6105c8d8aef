import { settingsOn, type DatedSetting } from '../../../domain/settings/settings.ts';
import { isoInstant, riyadhDate } from '../../../domain/shared/iso-date.ts';
import type { Result } from '../../../domain/shared/result.ts';
import { createDailyWork, type DailyWork } from '../daily-work.ts';
import { runningOperation } from '../operation.ts';
import type { WriteRepos } from '../ports.ts';
import { checkAnswers } from './check-answers.ts';

export interface AnswerWatchServices {
  transact<T, E>(work: (repos: WriteRepos) => Promise<Result<T, E>>): Promise<Result<T, E>>;
  settings(): Promise<readonly DatedSetting[]>;
  now(): Date;
  newId(): string;
  report(error: unknown): void;
  changed(): void;
}

/** Looks for payments without an answer when the branch opens and every day; nobody is asked, so nobody is named. */
export function createAnswerWatch(services: AnswerWatchServices): DailyWork {
  const today = () => riyadhDate(isoInstant(services.now()));
  return createDailyWork(
    today,
    async (signal) => {
      const now = isoInstant(services.now());
      const checked = await checkAnswers({
        now,
        today: today(),
        settings: settingsOn(today(), await services.settings()),
        newId: () => services.newId(),
        operation: runningOperation(signal, () => undefined),
        transact: (work) =>
          services.transact((repos) =>
            work({
              repos,
              audit: (action, subject, details) =>
                repos.audit.append({ at: now, officerId: null, action, subject, details }),
            }),
          ),
      });
      const { opened, withdrawn } = checked.value;
      if (opened + withdrawn > 0) services.changed();
    },
    (error) => {
      services.report(error);
    },
  );
}
