import { caseNumber, caseYear } from '../../../domain/cases/case-numbers.ts';
import { openLifeCase, withdrawLife } from '../../../domain/resume/life-case.ts';
import { workCalendar } from '../../../domain/settings/settings.ts';
import type { CommandContext } from '../context.ts';
import type { RunningOperation } from '../operation.ts';
import type { KnownReasons } from '../reconciliation/known-reasons.ts';
import type { ReasonKey, Suspect } from './ports.ts';

/** Some 15 ms of work. */
const CASES_IN_A_BREATH = 10;

/**
 * A committed bank file says of people that they may have died (MD07 and whatever else asks to check it): each gets one
 * life-status case, and whatever of his is only prepared is held.
 * @param only The one person to look at, where the rest of the file was committed before.
 * @returns How many cases were opened.
 */
export async function openLifeCases(
  context: CommandContext,
  fileId: string,
  reasons: KnownReasons,
  breathe: RunningOperation['breathe'],
  only?: string,
): Promise<number> {
  const asking = (await context.repos.life.reasonsOf(fileId)).filter(
    ([list, code]) => reasons.find(list, code)?.action === 'CHECK_ALIVE',
  );
  const suspects = await context.repos.life.suspects(fileId, asking);
  const meant = suspects.filter(
    ({ beneficiaryId }) => only === undefined || only === beneficiaryId,
  );
  await openFor(context, fileId, meant, breathe);
  return meant.length;
}

/** A code is found to mean that somebody may have died: what is open with it freezes its people as a file does. */
export async function openLifeCasesOfReason(
  context: CommandContext,
  reason: ReasonKey,
): Promise<void> {
  const { life } = context.repos;
  for (const fileId of await life.filesWith(reason)) {
    await openFor(context, fileId, await life.suspects(fileId, [reason]), () => Promise.resolve());
  }
}

async function openFor(
  context: CommandContext,
  fileId: string,
  suspects: readonly Suspect[],
  breathe: RunningOperation['breathe'],
): Promise<void> {
  const { repos, now, officer, today, settings } = context;
  const stamp = { at: now, by: officer.id };
  for (const [index, suspect] of suspects.entries()) {
    const calendar = workCalendar(settings);
    const { next, events } = openLifeCase(today, settings.lifeStatusDeadline, calendar);
    const id = context.newId();
    const serial = await repos.settings.nextSerial('life', caseYear(today));
    const number = caseNumber(today, serial);
    await repos.life.add({ ...suspect, id, number, fileId, state: next }, now);
    await repos.life.append(id, events, stamp);
    const held = await repos.life.hold(id, stamp);
    await context.audit('life.opened', { type: 'lifeCase', id }, { fileId, held });
    if (index % CASES_IN_A_BREATH === CASES_IN_A_BREATH - 1) await breathe();
  }
}

/** A list brings payments that are only prepared: those of whoever is frozen are held at once. */
export async function holdWhoIsFrozen(
  { repos, now, officer, audit }: CommandContext,
  breathe: RunningOperation['breathe'],
): Promise<void> {
  for (const id of await repos.life.freezing()) {
    const held = await repos.life.hold(id, { at: now, by: officer.id });
    if (held > 0) await audit('life.held', { type: 'lifeCase', id }, { held });
    await breathe();
  }
}

/**
 * A bank file, or what it said of one payment, is taken back: cases that nobody has worked on go with it, the others stay to be
 * decided.
 */
export async function withdrawLifeCases(
  context: CommandContext,
  fileId: string,
  paymentNo?: number,
): Promise<void> {
  const { repos, now, officer, today } = context;
  const stamp = { at: now, by: officer.id };
  for (const { id, version, state } of await repos.life.openedBy(fileId, paymentNo)) {
    const withdrawn = withdrawLife(state, today);
    if (withdrawn === null || !(await repos.life.save(id, version, withdrawn.next))) continue;
    await repos.life.append(id, withdrawn.events, stamp);
    const released = await repos.life.release(id, stamp);
    await context.audit('life.withdrawn', { type: 'lifeCase', id }, { fileId, released });
  }
}
