import path from 'node:path';
import { operationNames } from '../../contract/api.ts';
import type { BackendEvent } from '../../contract/transport.ts';
import { isoInstant } from '../../domain/shared/iso-date.ts';
import { ok } from '../../domain/shared/result.ts';
import type { Database } from '../db/database.ts';
import { bankAnswerFiles } from '../bank-files/bank-answer-files.ts';
import { loadReasonCodes } from '../bank-files/load-reason-codes.ts';
import { paymentListFiles } from '../bank-files/payment-list-files.ts';
import { recordFiles } from '../bank-files/record-files.ts';
import { tableFiles } from '../bank-files/table-files.ts';
import { createRunFiles } from '../bank-files/run-files.ts';
import { readRepos, writeRepos } from '../db/repos/repos.ts';
import type { DocumentDesk } from '../documents/document-desk.ts';
import { createInspectDocument } from '../documents/inspect-document.ts';
import { openLine } from '../deliveries/open-line.ts';
import { createMarginSetter } from '../dossier/page-margins.ts';
import { createFaceCoverage } from '../letters/face-coverage.ts';
import { inspectLogo } from '../letters/inspect-logo.ts';
import { createLetterPress } from '../letters/letter-press.ts';
import { loadShippedTemplates } from '../letters/shipped-templates.ts';
import { createLetterMerger } from '../letters/merge-letters.ts';
import { createCopyStamp } from '../letters/stamp-copy.ts';
import { writeChosenFile } from '../letters/write-chosen-file.ts';
import type { Log } from '../log.ts';
import { xlsxFiles } from '../spreadsheets/xlsx-files.ts';
import { createSampleMaker, type PastHandlers } from '../sample/create-sample-maker.ts';
import { clearHalfMade, isHalfMade } from '../sample/half-made.ts';
import { createApplicationHandlers } from './applications/handlers.ts';
import { createArrivalHandlers, type ArrivalServices } from './arrivals/handlers.ts';
import { createAnswerWatch } from './reconciliation/answer-watch.ts';
import { createCalculatorHandlers } from './calculator/handlers.ts';
import { createCaseLetterHandlers } from './case-letters/handlers.ts';
import { createComplaintHandlers } from './complaints/handlers.ts';
import { createDocumentHandlers } from './documents/handlers.ts';
import { createDossierHandlers } from './dossier/handlers.ts';
import type { DailyWork } from './daily-work.ts';
import { createDeliveryOffice, type DeliveryOffice } from './deliveries/delivery-office.ts';
import { createDeliveryHandlers } from './deliveries/handlers.ts';
import type { CleanDocument, ContentStore } from './documents/ports.ts';
import { createEntitlementHandlers } from './entitlement/handlers.ts';
import { removeLeftovers } from './entitlement/remove-leftovers.ts';
import { createDuplicateHandlers } from './duplicates/handlers.ts';
import { createExportHandlers } from './exports/handlers.ts';
import { createGovernmentRecordHandlers } from './government-records/handlers.ts';
import type { Handlers } from './handlers.ts';
import { actForOfficer } from './letters/batches/act-for-officer.ts';
import { createBatchRunner, type BatchRunner } from './letters/batches/batch-runner.ts';
import { createLetterBatchHandlers } from './letters/batches/handlers.ts';
import { createLetterHandlers } from './letters/handlers.ts';
import { createLetterSealHandlers } from './letters/seal/handlers.ts';
import { gathered } from './letters/gathered.ts';
import { createLetterOffice, type LetterOffice } from './letters/letter-office.ts';
import type { LetterPress } from './letters/ports.ts';
import { createLetterTemplateHandlers } from './letters/letter-templates-handlers.ts';
import { fillLetterTemplates } from './letters/letter-templates-fill.ts';
import { createObjectionHandlers } from './objections/handlers.ts';
import { createResumeHandlers } from './resume/handlers.ts';
import { createWhyAmountHandlers } from './why-amount/handlers.ts';
import { createRecoveryHandlers } from './recoveries/handlers.ts';
import { createSettlementHandlers } from './settlements/handlers.ts';
import { createSettingsHandlers } from './settings/handlers.ts';
import { createPrintJobHandlers } from './print-jobs/handlers.ts';
import { createPaymentHandlers } from './payments/handlers.ts';
import { createProgrammeHandlers } from './programmes/handlers.ts';
import { createReconciliationHandlers } from './reconciliation/handlers.ts';
import type { KnownReasons } from './reconciliation/known-reasons.ts';
import { fillReasonCodes } from './reconciliation/fill-reason-codes.ts';
import { reasonTable } from './reconciliation/reason-table.ts';
import { Leftovers } from './reconciliation/leftovers.ts';
import { removeInterrupted } from './reconciliation/remove-file.ts';
import { createRegistryHandlers } from './registry/handlers.ts';
import { createHouseholdHandlers } from './registry/households/handlers.ts';
import { createStaffHandlers } from './staff/handlers.ts';
import type { PasswordHasher } from './staff/ports.ts';
import type { Sessions } from './staff/sessions.ts';
import { createStatementHandlers } from './statements/handlers.ts';
import { createTodayHandlers } from './today/handlers.ts';

export interface HandlerServices {
  readonly database: Database;
  readonly content: ContentStore;
  readonly sessions: Sessions;
  readonly hasher: PasswordHasher;
  readonly log: Log;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly emit: (event: BackendEvent) => void;
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly arrivals: ArrivalServices;
  /** Milliseconds between two looks at the outbox. */
  readonly outboxPollMs: number;
  /** Where documents of strangers are read. */
  readonly documentDesk: DocumentDesk;
  /** Where they are bound into dossiers. */
  readonly bindingDesk: DocumentDesk;
}

/** Every handler with what it needs, and what runs beside them from start to stop. */
export async function createHandlers(services: HandlerServices): Promise<{
  handlers: Partial<Handlers>;
  start: () => Promise<void>;
  stop: () => Promise<void>;
}> {
  const { hasher, sessions, database, content, dataFolder, resourcesFolder } = services;
  const press = createLetterPress(path.join(resourcesFolder, 'fonts'));
  const office = letterOffice(services, press);
  const deliveryOffice = deliveriesSent(services);
  const inspect = createInspectDocument(services.documentDesk);
  const clean: CleanDocument = (bytes, signal) =>
    services.documentDesk.run('clean', bytes, { signal });
  const stampCopy = createCopyStamp(path.join(resourcesFolder, 'fonts'));
  const leftovers = new Leftovers();
  const answerWatch = answersWatched(services);
  const shipped = await loadReasonCodes(resourcesFolder);
  const { reasonCodes } = readRepos(database.reader);
  const reasons = await reasonTable(shipped, () => reasonCodes.all());
  const templates = await loadShippedTemplates(resourcesFolder);
  const batchRunner = batchesRun(services, reasons, office);
  const fillCodes = async (): Promise<void> => {
    await fillReasonCodes(shipped, reasonCodes, (work) =>
      database.transact((tx) => work(writeRepos(tx).reasonCodes)),
    );
    await reasons.renew();
  };
  const fillTemplates = (): Promise<void> =>
    fillLetterTemplates(
      templates,
      readRepos(database.reader).letterTemplates,
      (work) => database.transact((tx) => work(writeRepos(tx).letterTemplates)),
      isoInstant(services.now()),
    );
  const makeSample = createSampleMaker({
    database,
    content,
    dataFolder,
    press,
    inspect,
    inPast: (past) => handlersInPast(services, past),
  });
  const withLists = {
    ...createDuplicateHandlers(office),
    ...createGovernmentRecordHandlers({ files: recordFiles, office }),
    ...createPaymentHandlers(
      paymentListFiles,
      createRunFiles(path.join(dataFolder, 'drafts')),
      office,
    ),
    ...createReconciliationHandlers({
      files: bankAnswerFiles,
      tables: tableFiles,
      reasons,
      leftovers,
    }),
    ...createComplaintHandlers({ hasher, office }),
    ...createObjectionHandlers({ hasher, office }),
    ...createApplicationHandlers(office),
    ...createLetterHandlers({ office, stampCopy }),
    ...createSettlementHandlers(),
    ...createRecoveryHandlers(office),
    ...createEntitlementHandlers(),
  };
  return {
    handlers: {
      ...createStaffHandlers({
        hasher,
        sessions,
        // A sample that is stopped leaves an empty database, without codes too.
        makeSample: async (context, input) => {
          try {
            return await makeSample(context, input);
          } finally {
            await fillCodes();
            await fillTemplates();
          }
        },
      }),
      ...createSettingsHandlers(),
      ...createTodayHandlers(),
      ...createProgrammeHandlers(),
      ...createRegistryHandlers(),
      ...createHouseholdHandlers(),
      ...createCaseLetterHandlers(office),
      ...createCalculatorHandlers(office),
      ...createWhyAmountHandlers(office),
      ...withLists,
      ...createExportHandlers(withLists, xlsxFiles),
      ...createStatementHandlers(),
      ...createArrivalHandlers(services.arrivals),
      ...createResumeHandlers({ reasons, office }),
      ...createDeliveryHandlers(deliveryOffice, openLine),
      ...createLetterBatchHandlers({
        runner: batchRunner,
        createMerger: createLetterMerger,
        write: writeChosenFile,
      }),
      ...createLetterTemplateHandlers({
        press,
        content,
        coverage: createFaceCoverage(path.join(resourcesFolder, 'fonts')),
        inspectLogo,
        report: (error) => {
          services.log.error('templateNotSet', error);
        },
      }),
      ...createPrintJobHandlers({ stampCopy }),
      ...createLetterSealHandlers(),
      ...createDocumentHandlers({ inspect, clean }),
      ...createDossierHandlers({
        reasons,
        press,
        clean,
        bind: (binding, options) => services.bindingDesk.run('bind', binding, options),
        setMargins: createMarginSetter(path.join(resourcesFolder, 'fonts')),
      }),
    },
    start: async () => {
      await removeInterrupted(
        readRepos(database.reader).bankFiles,
        (work) => database.transact((tx) => work({ repos: writeRepos(tx) })),
        leftovers,
      );
      await removeLeftovers({
        repos: readRepos(database.reader),
        transact: (work) => database.transact((tx) => work({ repos: writeRepos(tx) })),
      });
      if (await isHalfMade(readRepos(database.reader))) await clearHalfMade(database, dataFolder);
      await fillCodes();
      await fillTemplates();
      // Letters that a stop or a fault left unset; nobody waits for them.
      void office.setWaiting();
      void batchRunner.resumeInterrupted();
      answerWatch.start();
      await deliveryOffice.start();
    },
    stop: async () => {
      await answerWatch.stop();
      await deliveryOffice.stop();
      await leftovers.finish();
      await batchRunner.stop();
      await office.stop();
      await press.close();
    },
  };
}

/** The same handlers in a sample's own time; the window is told nothing of it. */
async function handlersInPast(
  services: HandlerServices,
  past: Pick<HandlerServices, 'now' | 'newId' | 'content'>,
): Promise<PastHandlers> {
  const inPast = await createHandlers({ ...services, ...past, emit: () => undefined });
  if (!isComplete(inPast.handlers)) throw new Error('A handler is missing');
  return { handlers: inPast.handlers, stop: inPast.stop };
}

function isComplete(handlers: Partial<Handlers>): handlers is Handlers {
  return operationNames().every((name) => handlers[name] !== undefined);
}

function answersWatched({ database, log, now, newId, emit }: HandlerServices): DailyWork {
  return createAnswerWatch({
    transact: (work) => database.transact((tx) => work(writeRepos(tx))),
    settings: () => readRepos(database.reader).settings.all(),
    now,
    newId,
    report: (error) => {
      log.error('answersNotChecked', error);
    },
    changed: () => {
      emit({ type: 'changed', areas: ['reconciliation', 'today'] });
    },
  });
}

function letterOffice(services: HandlerServices, press: LetterPress): LetterOffice {
  const { database, content, log, now, emit } = services;
  return createLetterOffice({
    letters: readRepos(database.reader).letters,
    seals: readRepos(database.reader).letterSeals,
    templates: readRepos(database.reader).letterTemplates,
    transact: (work) => database.transact((tx) => work(writeRepos(tx))),
    content,
    press,
    now,
    report: (letterId, error) => {
      log.error('letterNotSet', error, { letter: letterId });
    },
    changed: gathered(() => {
      emit({ type: 'changed', areas: ['letters', 'registry', 'today'] });
    }),
  });
}

function batchesRun(
  { database, log, now, newId, emit }: HandlerServices,
  reasons: KnownReasons,
  office: LetterOffice,
): BatchRunner {
  return createBatchRunner({
    batches: readRepos(database.reader).letterBatches,
    reasons,
    office,
    transactAs: actForOfficer({
      transact: (work) =>
        database.transact((tx) => work(writeRepos(tx), (effect) => tx.onCommit(effect))),
      now,
      newId,
      changed: () => {
        emit({
          type: 'changed',
          areas: ['letterBatches', 'letters', 'registry', 'resume', 'today'],
        });
      },
    }),
    halt: (batchId) =>
      database.transact(async (tx) => {
        await writeRepos(tx).letterBatches.setState(batchId, 'stopped', isoInstant(now()));
        return ok(null);
      }),
    report: (batchId, error) => {
      log.error('letterBatchStopped', error, { batch: batchId });
    },
  });
}

function deliveriesSent(services: HandlerServices): DeliveryOffice {
  const { database, content, log, now, emit, outboxPollMs } = services;
  return createDeliveryOffice({
    deliveries: readRepos(database.reader).deliveries,
    transact: (work) => database.transact((tx) => work(writeRepos(tx))),
    content,
    open: openLine,
    now,
    report: (deliveryId, error) => {
      log.error('deliveryNotSent', error, { delivery: deliveryId });
    },
    note: (deliveryId, fields) => {
      log.info('delivery', { delivery: deliveryId, ...fields });
    },
    changed: () => {
      emit({ type: 'changed', areas: ['deliveries', 'letters'] });
    },
    pollMs: outboxPollMs,
  });
}
