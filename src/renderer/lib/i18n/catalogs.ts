import * as applications from './catalog/applications.ts';
import * as calculator from './catalog/calculator.ts';
import * as caseLetters from './catalog/case-letters.ts';
import * as cases from './catalog/cases.ts';
import * as complaints from './catalog/complaints.ts';
import * as deliveries from './catalog/deliveries.ts';
import * as dossiers from './catalog/dossiers.ts';
import * as duplicates from './catalog/duplicates.ts';
import * as entitlement from './catalog/entitlement.ts';
import * as errors from './catalog/errors.ts';
import * as exports from './catalog/exports.ts';
import * as governmentRecords from './catalog/government-records.ts';
import * as households from './catalog/households.ts';
import * as letterBatches from './catalog/letter-batches.ts';
import * as letterDrafts from './catalog/letter-drafts.ts';
import * as letterTemplates from './catalog/letter-templates.ts';
import * as letters from './catalog/letters.ts';
import * as mappings from './catalog/mappings.ts';
import * as objections from './catalog/objections.ts';
import * as payments from './catalog/payments.ts';
import * as printing from './catalog/printing.ts';
import * as programmes from './catalog/programmes.ts';
import * as reasonCodes from './catalog/reason-codes.ts';
import * as reconciliation from './catalog/reconciliation.ts';
import * as recoveries from './catalog/recoveries.ts';
import * as registry from './catalog/registry.ts';
import * as resume from './catalog/resume.ts';
import * as seals from './catalog/seals.ts';
import * as sentMessage from './catalog/sent-message.ts';
import * as settlements from './catalog/settlements.ts';
import * as settings from './catalog/settings.ts';
import * as shell from './catalog/shell.ts';
import * as staff from './catalog/staff.ts';
import * as statements from './catalog/statements.ts';
import * as status from './catalog/status.ts';
import * as today from './catalog/today.ts';
import * as ui from './catalog/ui.ts';
import * as whyAmount from './catalog/why-amount.ts';
import * as workbench from './catalog/workbench.ts';

const arabic = {
  applications: applications.ar,
  calculator: calculator.ar,
  caseLetters: caseLetters.ar,
  cases: cases.ar,
  complaints: complaints.ar,
  deliveries: deliveries.ar,
  dossiers: dossiers.ar,
  duplicates: duplicates.ar,
  entitlement: entitlement.ar,
  errors: errors.ar,
  exports: exports.ar,
  governmentRecords: governmentRecords.ar,
  households: households.ar,
  letterBatches: letterBatches.ar,
  letterDrafts: letterDrafts.ar,
  letterTemplates: letterTemplates.ar,
  letters: letters.ar,
  mappings: mappings.ar,
  objections: objections.ar,
  payments: payments.ar,
  printing: printing.ar,
  programmes: programmes.ar,
  reasonCodes: reasonCodes.ar,
  reconciliation: reconciliation.ar,
  recoveries: recoveries.ar,
  registry: registry.ar,
  resume: resume.ar,
  seals: seals.ar,
  sentMessage: sentMessage.ar,
  settings: settings.ar,
  settlements: settlements.ar,
  shell: shell.ar,
  staff: staff.ar,
  statements: statements.ar,
  status: status.ar,
  today: today.ar,
  ui: ui.ar,
  whyAmount: whyAmount.ar,
  workbench: workbench.ar,
} as const;

const english = {
  applications: applications.en,
  calculator: calculator.en,
  caseLetters: caseLetters.en,
  cases: cases.en,
  complaints: complaints.en,
  deliveries: deliveries.en,
  dossiers: dossiers.en,
  duplicates: duplicates.en,
  entitlement: entitlement.en,
  errors: errors.en,
  exports: exports.en,
  governmentRecords: governmentRecords.en,
  households: households.en,
  letterBatches: letterBatches.en,
  letterDrafts: letterDrafts.en,
  letterTemplates: letterTemplates.en,
  letters: letters.en,
  mappings: mappings.en,
  objections: objections.en,
  payments: payments.en,
  printing: printing.en,
  programmes: programmes.en,
  reasonCodes: reasonCodes.en,
  reconciliation: reconciliation.en,
  recoveries: recoveries.en,
  registry: registry.en,
  resume: resume.en,
  seals: seals.en,
  sentMessage: sentMessage.en,
  settings: settings.en,
  settlements: settlements.en,
  shell: shell.en,
  staff: staff.en,
  statements: statements.en,
  status: status.en,
  today: today.en,
  ui: ui.en,
  whyAmount: whyAmount.en,
  workbench: workbench.en,
} as const satisfies Record<keyof typeof arabic, unknown>;

/** Every word of the window. Arabic is the source of keys; each area keeps its two halves in one file. */
export const catalogs = { ar: arabic, en: english } as const;

type Catalog = typeof arabic;
export type Area = keyof Catalog;

/** `'complaints.title'` and every other key, checked by the compiler. */
export type Key = {
  [A in Area]: `${A}.${Extract<keyof Catalog[A], string>}`;
}[Area];

/** The Arabic message behind a key. */
export type ContentOf<K extends Key> = K extends `${infer A extends Area}.${infer Name}`
  ? Name extends keyof Catalog[A]
    ? Catalog[A][Name]
    : never
  : never;
