import type { PasswordHasher } from './ports.ts';
import type { SampleMaker } from './sample-maker.ts';
import type { Sessions } from './sessions.ts';

export interface StaffServices {
  readonly hasher: PasswordHasher;
  readonly sessions: Sessions;
  readonly makeSample: SampleMaker;
}
