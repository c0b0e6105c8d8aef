import type { Page } from '@playwright/test';
import { ar } from '../../e2e/fixtures/words.ts';

export interface FilterTime {
  readonly what: string;
  /** From the press to the frame in which the rows stand. */
  readonly milliseconds: number;
}

/** Presses each saved view of the complaints queue, then each again, and times until its rows are painted. */
export async function filterTimes(page: Page): Promise<FilterTime[]> {
  const times: FilterTime[] = [];
  for (const round of ['first', 'again']) {
    for (const view of ['all', 'unassigned', 'dueToday', 'overdue', 'decided'] as const) {
      const button = page.getByRole('radio', { name: ar(`complaints.view.${view}`) }).first();
      const milliseconds = await button.evaluate(async (element: HTMLElement, name) => {
        const grid = (): Element | null =>
          document.querySelector(`[role=grid][aria-label="${name}"]`);
        const rows = (): string =>
          `${grid()?.getAttribute('aria-rowcount')} ${grid()?.querySelector('.dt-body')?.textContent}`;
        const before = rows();
        const since = performance.now();
        element.click();
        const frame = (): Promise<number> =>
          new Promise((resolve) => requestAnimationFrame(resolve));
        do await frame();
        while (
          performance.now() - since < 5000 &&
          (rows() === before ||
            grid()?.getAttribute('aria-busy') === 'true' ||
            grid()?.querySelector('.sk'))
        );
        await frame();
        return performance.now() - since;
      }, ar('complaints.list'));
      times.push({ what: `${view} (${round})`, milliseconds });
    }
  }
  return times;
}
