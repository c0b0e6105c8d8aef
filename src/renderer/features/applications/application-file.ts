import type { OutputOf } from '../../../contract/api.ts';

export type ApplicationFile = OutputOf<'applications.file'>;
