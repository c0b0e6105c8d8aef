import path from 'node:path';
import type { DocumentRef } from '../../../contract/cases.ts';
import type { ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { isClosed as isApplicationClosed } from '../../../domain/applications/application.ts';
import { isDecided } from '../../../domain/complaints/complaint.ts';
import { isClosed } from '../../../domain/objections/objection.ts';
import { isLifeDecided } from '../../../domain/resume/life-case.ts';
import { ok, type Refusal } from '../../../domain/shared/result.ts';
import { toDocumentRef } from '../cases/case-dto.ts';
import type { CommandContext, JobContext } from '../context.ts';
import { noteOnResume } from '../resume/change-resume.ts';
import type { InspectDocument, NewDocument } from './ports.ts';
import { readChosenFile } from './read-chosen-file.ts';

type Input = ParsedInputOf<'documents.attach'>;

/**
 * Keeps a copy of a file as a document of a case or a person. What the file is, its content says, not its name.
 * Errors: FILE_NOT_FOUND, FILE_NOT_READABLE, DOCUMENT_TOO_LARGE with the limit in megabytes, those of the inspection,
 * NOT_FOUND, ALREADY_DECIDED, ALREADY_CLOSED, LIFE_DECIDED, those of `noteOnResume`.
 */
export async function attachDocument(
  context: JobContext,
  input: Input,
  inspect: InspectDocument,
): Promise<ApiResult<DocumentRef>> {
  const { operation, settings, content } = context;
  const read = await readChosenFile(input.path, settings.documentLimitMegabytes);
  if (!read.ok) return read;
  operation.progress('inspecting', 0, null);
  const inspected = await inspect(read.value, operation.signal);
  if (!inspected.ok) return inspected;
  await operation.breathe();
  const { sha256, sizeBytes } = await content.put(read.value);
  return context.transact(async (command) => {
    const { ownerType, ownerId, title } = input;
    const document: NewDocument = {
      id: command.newId(),
      ownerType,
      ownerId,
      title,
      fileName: path.basename(input.path),
      ...inspected.value,
      sizeBytes,
      sha256,
      addedAt: command.now,
      addedBy: command.officer.id,
    };
    const refused = await addToOwner(command, document);
    if (refused !== null) return { ok: false, error: refused };
    await command.repos.documents.add(document);
    await command.audit(
      'document.attached',
      { type: ownerType, id: ownerId },
      { documentId: document.id, sha256, contents: document.contents.join(' ') },
    );
    return ok(toDocumentRef(document));
  });
}

/** Puts the document on the trail of its case; what a decision rests on is not added to afterwards. */
async function addToOwner(
  context: CommandContext,
  { id: documentId, title, ownerType, ownerId }: NewDocument,
): Promise<Refusal | null> {
  const { repos, now, officer } = context;
  const event = { type: 'documentAttached', documentId, title } as const;
  const stamp = { at: now, by: officer.id };
  switch (ownerType) {
    case 'complaint': {
      const file = await repos.complaints.byId(ownerId);
      if (!file) return { code: 'NOT_FOUND' };
      if (isDecided(file.state.status)) return { code: 'ALREADY_DECIDED' };
      await repos.complaints.append(ownerId, [event], stamp);
      return null;
    }
    case 'objection': {
      const file = await repos.objections.byId(ownerId);
      if (!file) return { code: 'NOT_FOUND' };
      if (isClosed(file.state.status)) return { code: 'ALREADY_DECIDED' };
      await repos.objections.append(ownerId, [event], stamp);
      return null;
    }
    case 'application': {
      const file = await repos.applications.byId(ownerId);
      if (!file) return { code: 'NOT_FOUND' };
      if (isApplicationClosed(file.state.status)) return { code: 'ALREADY_CLOSED' };
      await repos.applications.append(ownerId, [event], stamp);
      return null;
    }
    case 'resume': {
      const noted = await noteOnResume(context, ownerId, event);
      return noted.ok ? null : noted.error;
    }
    case 'life': {
      const found = await repos.life.byId(ownerId);
      if (!found) return { code: 'NOT_FOUND' };
      if (isLifeDecided(found.state.status)) return { code: 'LIFE_DECIDED' };
      await repos.life.append(ownerId, [event], stamp);
      return null;
    }
    case 'beneficiary':
      return (await repos.casePeople.byId(ownerId)) ? null : { code: 'NOT_FOUND' };
  }
}
