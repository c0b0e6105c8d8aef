import type { Refusal, Result } from '../domain/shared/result.ts';

/**
 * Codes that any call can answer with. Areas add their own beside their rules; the renderer has words for each
 * and one general sentence with the reference for what it does not know.
 */
export const GENERAL_ERRORS = [
  'INVALID_INPUT',
  'NOT_SIGNED_IN',
  'NOT_PERMITTED',
  'NOT_FOUND',
  'CONFLICT',
  'CANCELLED',
  'UNKNOWN_OPERATION',
  'INTERNAL',
  'DATA_FOLDER_IN_USE',
  'DATA_FOLDER_NOT_WRITABLE',
  'DATABASE_NEWER',
  'DATABASE_DAMAGED',
  'DISK_FULL',
  'BACKEND_STOPPED',
] as const;

/** What crosses the transport: `details.reference` names the log line of an internal error. */
export type ApiError = Refusal;
export type ApiResult<T> = Result<T, ApiError>;
