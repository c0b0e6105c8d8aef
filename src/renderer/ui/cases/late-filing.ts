export interface LateFiling {
  readonly reason: string;
  readonly supervisorUsername: string;
  readonly supervisorPassword: string;
}

export const NO_LATE_FILING: LateFiling = {
  reason: '',
  supervisorUsername: '',
  supervisorPassword: '',
};
